package org.nostos.web.listing;

import java.util.Arrays;
import java.util.List;
import org.nostos.basics.Role;
import org.nostos.web.Doors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Lets a page take what is asked of its list as an argument, and opens the filter to whoever is in.
@Configuration(proxyBeanMethods = false)
class ListingConfiguration implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AskedArgument());
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new Taking());
    }

    @Bean
    Doors filterDoors() {
        Role[] everybodyIn =
                Arrays.stream(Role.values())
                        .filter(role -> role != Role.ENGINE)
                        .toArray(Role[]::new);
        return () -> List.of(Doors.Door.to(HttpMethod.POST, "/filter", everybodyIn));
    }
}
