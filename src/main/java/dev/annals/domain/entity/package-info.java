/**
 * What is known of an office, a person or a place itself: its label, its description, a life's
 * ends.
 */
package dev.annals.domain.entity;
