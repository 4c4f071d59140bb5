/** Below HTTP's requests and responses: connections that never come to one. */
package dev.annals.web.wire;
