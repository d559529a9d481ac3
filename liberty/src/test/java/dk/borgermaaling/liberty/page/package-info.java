/** Chromium looks at every page, on a desktop and on a phone, with and without JavaScript. */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.liberty.page;
