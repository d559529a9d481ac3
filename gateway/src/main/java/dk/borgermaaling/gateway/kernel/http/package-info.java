/** What every call to another system keeps to: where it may go and how much it takes in. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.kernel.http;
