package org.nostos;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The instance: one process with its pages, its database and its engine.
@SpringBootApplication
public class NostosApplication {

    public static void main(String[] args) {
        SpringApplication.run(NostosApplication.class, args);
    }
}
