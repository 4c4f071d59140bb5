/**
 * The page as people use it: the packaged service in a real Chromium, asked for nothing but what a
 * person sees, hears or reads: roles, labels, texts.
 */
package dev.annals.page;
