/** What is written about the service, held against the service. */
package dev.annals.docs;
