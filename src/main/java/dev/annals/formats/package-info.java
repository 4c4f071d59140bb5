/** Files that facts come from and go to. */
package dev.annals.formats;
