/**
 * The scripts and the Jenkinsfile, really run.
 *
 * <p>{@link io.commonplace.rollout.ScriptLibrariesTest} holds the rules for the scripts' files, {@link io.commonplace.rollout.ArgumentsTest} and {@link io.commonplace.rollout.RefusalsTest} what the command refuses; most others run one library. For {@code ./commonplace hosts}, machines are directories.
 *
 * <p>{@link io.commonplace.rollout.Jenkins} interprets the Jenkinsfile: it knows the words that the file uses, with their arguments, as Jenkins's reference has them, and refuses all others. {@link io.commonplace.rollout.Machines} has stand-ins for ssh, scp and Maven. Out of scope: Jenkins itself, its agents and its plugins.
 */
@NullMarked
package io.commonplace.rollout;

import org.jspecify.annotations.NullMarked;
