/** What one node takes on at most, and how it turns the rest away. */
package dev.annals.web.limit;
