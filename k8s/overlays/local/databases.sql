-- One database a service; each service makes its own tables when it starts.
create database intake;
create database lending;
create database payments;
create database notifications;
