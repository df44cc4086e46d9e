-- Why: stands for a service's migration that ran before the platform got a new one.
create table of_a_service (id int);
