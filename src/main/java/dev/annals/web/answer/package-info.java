/** The shapes of answers in JSON. */
package dev.annals.web.answer;
