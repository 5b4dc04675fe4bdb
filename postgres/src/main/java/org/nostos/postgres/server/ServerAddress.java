package org.nostos.postgres.server;

/// Where a PostgreSQL server listens on the loopback, and its superuser.
public record ServerAddress(int port, String superuser, String password) {

    /// The address of one database for the JDBC driver.
    ///
    /// The driver is told not to repeat the server's details in its messages: they quote rows, and
    /// a row may be a person.
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:"
                + port
                + "/"
                + database
                + "?logServerErrorDetail=false&ApplicationName=nostos";
    }

    /// The port alone; the password is for connecting, not for printing.
    @Override
    public String toString() {
        return "127.0.0.1:" + port;
    }
}
