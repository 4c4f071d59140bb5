/** What an operator and a client live through, with the service packaged and run as a process. */
package dev.annals.scenarios;
