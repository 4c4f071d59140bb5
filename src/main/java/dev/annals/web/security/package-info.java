/** Who may read and who may write. */
package dev.annals.web.security;
