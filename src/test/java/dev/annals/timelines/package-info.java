/** What the timelines that come with the service promise. */
package dev.annals.timelines;
