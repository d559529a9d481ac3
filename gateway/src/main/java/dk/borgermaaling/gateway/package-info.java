/** Borgermåling's domain, one package for each feature; frameworks stay one level below them. */
package dk.borgermaaling.gateway;
