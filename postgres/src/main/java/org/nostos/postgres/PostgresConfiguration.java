package org.nostos.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.nostos.parties.HouseKey;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/// The three pools, each as its own role, over the [DatabaseAccess] that whoever starts the context
/// provides as a bean.
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
public class PostgresConfiguration {

    private static final int APP_CONNECTIONS = 12;

    @Bean
    @Primary
    DataSource appDataSource(DatabaseAccess access) {
        return pool("app", access.url(), DatabaseAccess.APP, access.appPassword(), APP_CONNECTIONS);
    }

    @Bean
    @Qualifier("door")
    DataSource doorDataSource(DatabaseAccess access) {
        return pool("door", access.url(), DatabaseAccess.DOOR, access.doorPassword(), 2);
    }

    @Bean
    @Qualifier("journal")
    DataSource journalDataSource(DatabaseAccess access) {
        return pool("journal", access.url(), DatabaseAccess.JOURNAL, access.journalPassword(), 2);
    }

    @Bean
    HouseKey houseKey(DatabaseAccess access) {
        return new HouseKey(access.houseKey());
    }

    @Bean
    JdbcClient jdbcClient(DataSource appDataSource) {
        return JdbcClient.create(appDataSource);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource appDataSource) {
        return new EnteringTransactionManager(appDataSource);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactionManager) {
        return new TransactionTemplate(transactionManager);
    }

    private static HikariDataSource pool(
            String name, String url, String user, String password, int most) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(10_000);
        return new HikariDataSource(config);
    }
}
