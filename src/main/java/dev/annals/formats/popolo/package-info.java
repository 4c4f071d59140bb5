/**
 * Popolo documents (popoloproject.com): persons, organizations, posts, memberships, areas and
 * events, in and out.
 */
package dev.annals.formats.popolo;
