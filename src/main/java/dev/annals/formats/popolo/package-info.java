/** Popolo: people, organizations, posts and memberships as JSON (popoloproject.com). */
package dev.annals.formats.popolo;
