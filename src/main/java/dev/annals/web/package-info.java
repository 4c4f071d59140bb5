/** HTTP: what is asked and how it is answered. The only package that knows the protocol. */
package dev.annals.web;
