/**
 * The log under fire. A {@link dev.annals.fire.World} of servers, nodes and the links between them;
 * {@link dev.annals.fire.Writer}s and {@link dev.annals.fire.Subscriber}s that use it; {@link
 * dev.annals.fire.Fault}s that strike it; checks of all that Annals promises.
 */
package dev.annals.fire;
