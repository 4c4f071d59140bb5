/**
 * Popolo documents (popoloproject.org): persons, organizations, posts, memberships, areas and
 * events, as the facts that they amount to.
 */
package dev.annals.formats.popolo;
