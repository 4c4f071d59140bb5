/** Everything that is not an answer: RFC 9457 problems, one page for each. */
package dev.annals.web.problem;
