package io.commonplace.rendering;

import io.commonplace.rendering.FrontMatter.Metadata;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads metadata in YAML. It only composes nodes: no types are made, and references are not expanded. */
final class YamlMetadata {
    private static final Set<String> ALIASES = Set.of("aliases", "redirect_from");
    private static final int MAX_CHARS = 256 << 10;
    private static final int MAX_NESTING = 20;

    private YamlMetadata() {}

    /** Null if the text is not a mapping in YAML. */
    static @Nullable Metadata of(String block) {
        if (block.length() > MAX_CHARS) {
            return null;
        }
        try {
            Node root = new Yaml(options()).compose(new StringReader(block));
            if (root == null) {
                return new Metadata(null, List.of());
            }
            return root instanceof MappingNode mapping ? metadata(mapping) : null;
        } catch (YAMLException e) {
            return null;
        }
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARS);
        options.setNestingDepthLimit(MAX_NESTING);
        options.setProcessComments(false);
        return options;
    }

    private static Metadata metadata(MappingNode mapping) {
        String title = values(mapping, Set.of("title"))
                .filter(ScalarNode.class::isInstance)
                .flatMap(YamlMetadata::texts)
                .findFirst()
                .orElse(null);
        List<String> aliases =
                values(mapping, ALIASES).flatMap(YamlMetadata::texts).toList();
        return new Metadata(Metadata.titleOf(title), aliases);
    }

    private static Stream<Node> values(MappingNode mapping, Set<String> keys) {
        return mapping.getValue().stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode key
                        && keys.contains(key.getValue().toLowerCase(Locale.ROOT)))
                .map(NodeTuple::getValueNode);
    }

    /** The text of a scalar, or those of a list. */
    private static Stream<String> texts(Node node) {
        if (node instanceof SequenceNode list) {
            return list.getValue().stream().filter(ScalarNode.class::isInstance).flatMap(YamlMetadata::texts);
        }
        return node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)
                ? Stream.of(scalar.getValue().strip()).filter(text -> !text.isEmpty())
                : Stream.empty();
    }
}
