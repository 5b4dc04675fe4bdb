package org.nostos;

import org.nostos.web.HouseMode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the house was started: for real people, or to be set up.
@Configuration(proxyBeanMethods = false)
class HouseModeConfiguration {

    static final String MODE = "nostos.mode";
    static final String PRODUCTION = "production";
    static final String SECOND_FACTOR = "nostos.second-factor";
    static final String REQUIRED = "required";

    @Bean
    HouseMode houseMode(
            @Value("${" + MODE + ":setting-up}") String mode,
            @Value("${" + SECOND_FACTOR + ":}") String secondFactor,
            @Value("${nostos.invented:false}") boolean invented) {
        return new HouseMode(mode.equals(PRODUCTION), secondFactor.equals(REQUIRED), invented);
    }
}
