/**
 * The client side of the exchange with a platform: {@link xindang.sync.SyncEngine} enrols a device, pushes its changes and
 * pulls the platform's order. Everything it knows is in the archive, so it can be cut off between any two steps and goes on
 * where it was.
 */
@NullMarked
package xindang.sync;

import org.jspecify.annotations.NullMarked;
