/** How the service comes up: its configuration, its own database, its first data and its token. */
package dev.annals.boot;
