package org.nostos.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.nostos.parties.SessionEnded;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// What an exception of a room means to a reader.
///
/// What is not there, and what the caller may not know of, are the same answer: 404.
@ControllerAdvice
class Failures {

    @ExceptionHandler(NoSuchElementException.class)
    void notThere(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    /// The session ended while the page was open: somebody closed the account, or it grew too old.
    @ExceptionHandler(TransactionException.class)
    void sessionEnded(
            TransactionException failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!failure.contains(SessionEnded.class)) {
            throw failure;
        }
        SecurityContextHolder.clearContext();
        @Nullable HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.sendRedirect(request.getContextPath() + "/login?ended");
    }
}
