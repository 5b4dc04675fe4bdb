#!/usr/bin/env python3
"""Learns how Latin letters are written in another script, for the keys of names.

usage: learn_spellings.py PAIRS.tsv [SAMPLE] > TABLE.tsv

PAIRS: Latin word, tab, its letters in the other script parted by spaces (one pair a line). Words are brought to
what `Spellings` in org.nostos.names.internal brings them to: small Latin letters without accents on one side, a
skeleton on the other. Pieces of one to three Latin letters and none to two signs of the skeleton are aligned by
expectation and maximisation (Jiampojamarn, Kondrak and Sherif 2007); what is left is how often each pair of pieces is
used. Out comes `latin tab skeleton tab cost`, the cost in tenths of a bit. Deterministic: no random numbers.

The pairs are not kept here. The tables in the repository were learnt from the training part of the name pairs of
steveash/NETransliteration-COLING2018 (from Wikidata, CC0).
"""
import sys, math, unicodedata
from collections import defaultdict

# What a letter is in the skeleton. Vowels are small: they count in short words alone.
ARABIC = {**dict(zip('بپتطثجچحهخدضذزژرشغفڤڨقكکگلمن', 'bbttsjjhhxddzzzrSgfffkkkklmn')), 'س': 's', 'ص': 's', 'ظ': 'z',
          'و': 'w', 'ؤ': 'w', 'ي': 'y', 'ی': 'y', 'ى': 'y', 'ئ': 'y'}
CYRILLIC = {**dict(zip('бпвфгкхдтзсцжшщчрлмн', 'bpvfgkhdtzscZSSCrlmn')),
            **dict(zip('уоюё', 'wwww')), **dict(zip('ийыеэ', 'yyyyy'))}
VOWELS = 'wy'

def skeleton(letters):
    table = CYRILLIC if any('а' <= c <= 'я' for c in letters) else ARABIC
    out = []
    for c in letters:
        s = table.get(c)
        if s and (not out or out[-1] != s):
            out.append(s)
    return ''.join(out)

def latin(word):
    word = word.lower().translate({ord(a): b for a, b in zip('ıøłđðßæœþ', ('i', 'o', 'l', 'd', 'd', 'ss', 'ae', 'oe', 'th'))})
    kept = {'ş': '\u0001', 'š': '\u0001', 'ș': '\u0001', 'ç': '\u0002', 'č': '\u0002', 'ć': '\u0002', 'ž': '\u0003', 'ż': '\u0003', 'ğ': '\u0004'}
    word = ''.join(kept.get(c, c) for c in unicodedata.normalize('NFC', word))
    plain = ''.join(c for c in unicodedata.normalize('NFD', word) if 'a' <= c <= 'z' or c < '\u0005')
    return ''.join({'\u0001': 'S', '\u0002': 'C', '\u0003': 'Z', '\u0004': 'G'}.get(c, c) for c in plain)

MOST_IN, MOST_OUT = 3, 2

def learn(pairs, rounds=6):
    joint = None
    for round in range(rounds):
        counts = defaultdict(float)
        for a, b in pairs:
            n, m = len(a), len(b)
            f = [[0.0] * (m + 1) for _ in range(n + 1)]; f[0][0] = 1.0
            arcs = []
            for i in range(n):
                fi = f[i]
                for j in range(m + 1):
                    if fi[j] == 0: continue
                    for k in range(1, min(MOST_IN, n - i) + 1):
                        x = a[i:i + k]
                        for l in range(0, min(MOST_OUT, m - j) + 1):
                            if k > 1 and l == 0 and k > 2: continue
                            p = joint.get((x, b[j:j + l]), 0.0) if joint else 0.3 ** (abs(k - l) + (k > 1) * 1.5)
                            if p:
                                f[i + k][j + l] += fi[j] * p
                                arcs.append((i, j, i + k, j + l, x, b[j:j + l], p))
            total = f[n][m]
            if total <= 0: continue
            g = [[0.0] * (m + 1) for _ in range(n + 1)]; g[n][m] = 1.0
            for i, j, i2, j2, x, y, p in reversed(arcs):
                v = g[i2][j2] * p
                if v:
                    g[i][j] += v
                    counts[x, y] += f[i][j] * v / total
        # Rare pieces go: what is left stays small and general.
        kept = {k: v for k, v in counts.items() if v >= (.5 if round < 2 else 2)}
        all = sum(kept.values())
        joint = {k: v / all for k, v in kept.items()}
    return joint

def main():
    rows = [line.rstrip('\n').split('\t') for line in open(sys.argv[1], encoding='utf8')]
    pairs = [(latin(r[0]), skeleton(r[1].replace(' ', ''))) for r in rows if len(r) > 1]
    pairs = [(a, b) for a, b in pairs if 1 < len(a) <= 14 and b and len(b) <= len(a) + 2]
    if len(sys.argv) > 2:
        step = max(1, len(pairs) // int(sys.argv[2]))
        pairs = pairs[::step]
    joint = learn(pairs)
    by = defaultdict(float)
    for (x, y), p in joint.items(): by[x] += p
    for (x, y), p in sorted(joint.items()):
        if p / by[x] >= .004 and p > 2e-6:
            print(x, y, round(-10 * math.log2(p)), sep='\t')

if __name__ == '__main__':
    main()
