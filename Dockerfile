# One image a service, from the jar that the build made (./mvnw -DskipTests package):
#   docker build --build-arg SERVICE=api -t byajbook/api:local .
# and the partner sandbox, for clusters without real partners:
#   docker build --target sandbox -t byajbook/sandbox:local .
ARG JRE=eclipse-temurin:17-jre

FROM ${JRE} AS layers
ARG SERVICE=api
WORKDIR /layers
COPY ${SERVICE}/target/byajbook-${SERVICE}-*.jar application.jar
# Libraries change less often than our classes: in layers of their own they are pushed and pulled once.
RUN java -Djarmode=tools -jar application.jar extract --layers --destination extracted

FROM ${JRE} AS sandbox
WORKDIR /application
COPY local-stack/target/byajbook-local-stack-*-exec.jar application.jar
USER 10001:10001
ENTRYPOINT ["java", "-jar", "application.jar", "sandbox"]

FROM ${JRE} AS service
WORKDIR /application
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
USER 10001:10001
ENTRYPOINT ["java", "-jar", "application.jar"]
