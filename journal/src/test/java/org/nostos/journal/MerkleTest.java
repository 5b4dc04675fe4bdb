package org.nostos.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.nostos.journal.internal.Sha256;

class MerkleTest {

    private static final List<String> INPUTS =
            List.of(
                    "",
                    "00",
                    "10",
                    "2021",
                    "3031",
                    "40414243",
                    "5051525354555657",
                    "606162636465666768696a6b6c6d6e6f");
    private static final int LARGEST = 40;

    @ParameterizedTest
    @CsvFileSource(resources = "/merkle-roots.tsv", delimiter = '\t', numLinesToSkip = 1)
    void rootsAreThoseOfCertificateTransparency(int size, String root) {
        List<Hash> leaves =
                INPUTS.stream()
                        .map(HexFormat.of()::parseHex)
                        .map(input -> Hash.of(new Sha256().leaf(input)))
                        .toList();
        Frontier frontier = Frontier.empty();
        leaves.subList(0, size).forEach(frontier::append);

        assertThat(frontier.root()).hasToString(root);
        assertThat(MerkleTree.of(leaves).root(size)).hasToString(root);
    }

    @Test
    void theFrontierKnowsTheRootOfEveryTreeOnTheWay() {
        MerkleTree tree = MerkleTree.of(Samples.leaves(300));
        Frontier frontier = Frontier.empty();
        for (int size = 1; size <= tree.size(); size++) {
            frontier.append(Samples.entry(size).leaf());
            frontier = Frontier.parse(size, frontier.toBytes());
            assertThat(frontier.root()).isEqualTo(tree.root(size));
        }
    }

    @Test
    void everyLeafIsProvenInEveryTreeAndNoOtherLeafIs() {
        List<Hash> leaves = Samples.leaves(LARGEST);
        MerkleTree tree = MerkleTree.of(leaves);
        for (int size = 1; size <= LARGEST; size++) {
            for (int index = 0; index < size; index++) {
                List<Hash> path = tree.inclusion(index, size);
                Hash leaf = leaves.get(index);
                Hash root = tree.root(size);
                Hash other = leaves.get((index + 1) % LARGEST);
                assertThat(Proofs.includes(index, size, leaf, path, root)).isTrue();
                assertThat(Proofs.includes(index, size, other, path, root)).isFalse();
                assertThat(Proofs.includes(index + 1, size, leaf, path, root)).isFalse();
                assertThat(Proofs.includes(index, size, leaf, longer(path), root)).isFalse();
            }
        }
    }

    @Test
    void everyTreeIsProvenToExtendEveryEarlierOneAndNoOther() {
        List<Hash> leaves = Samples.leaves(LARGEST);
        MerkleTree tree = MerkleTree.of(leaves);
        for (int size = 1; size <= LARGEST; size++) {
            Hash root = tree.root(size);
            for (int earlier = 1; earlier <= size; earlier++) {
                List<Hash> path = tree.consistency(earlier, size);
                Hash before = tree.root(earlier);
                Hash wrong = leaves.get(earlier % LARGEST);
                assertThat(Proofs.extend(earlier, before, size, root, path)).isTrue();
                assertThat(Proofs.extend(earlier, wrong, size, root, path)).isFalse();
                assertThat(Proofs.extend(earlier, before, size, wrong, path)).isFalse();
                assertThat(Proofs.extend(earlier, before, size, root, longer(path))).isFalse();
            }
        }
    }

    private static List<Hash> longer(List<Hash> path) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(Hash.ZERO);
        return longer;
    }
}
