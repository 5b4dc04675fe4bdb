package org.nostos.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Role;
import org.springframework.http.HttpMethod;

/// Who may open the pages of one room: a bean of the room's web package. The first door that fits an
/// address counts; an address without one is refused.
public interface Doors {

    List<Door> doors();

    /// An address with its wildcards, and the roles for which it opens.
    ///
    /// @param method the one method it speaks of, or null for all of them
    record Door(@Nullable HttpMethod method, String path, Set<Role> roles) {

        public Door {
            roles = Set.copyOf(roles);
        }

        /// A door for every method.
        public static Door to(String path, Role... roles) {
            return new Door(null, path, Set.copyOf(Arrays.asList(roles)));
        }

        /// A door for one method.
        public static Door to(HttpMethod method, String path, Role... roles) {
            return new Door(method, path, Set.copyOf(Arrays.asList(roles)));
        }

        public String[] roleNames() {
            return roles.stream().map(Role::name).sorted().toArray(String[]::new);
        }
    }
}
