/** What is given on the command line and done by a service: files in, files out. */
package dev.annals.cli;
