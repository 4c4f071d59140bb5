/** Classes that break the rules of the architecture, so that each rule can be seen to notice. */
package dev.annals.testing.violations;
