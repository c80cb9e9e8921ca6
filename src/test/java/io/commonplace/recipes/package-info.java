/**
 * The code that the handbook's recipes show, so that it compiles: {@link io.commonplace.recipes.RecipesTest} compares them.
 * Out of scope: running it; no clone of the tests has it.
 */
@NullMarked
package io.commonplace.recipes;

import org.jspecify.annotations.NullMarked;
