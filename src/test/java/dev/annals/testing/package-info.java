/** What the tests of the running service share: its database, a client, ready-made facts. */
package dev.annals.testing;
