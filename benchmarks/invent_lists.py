#!/usr/bin/env python3
"""Invents people and the lists that name them, with noise that depends on the list.

usage: invent_lists.py RECORDS SEED OUT.csv

Nobody is named after anybody: names are made from roots of three consonants and the patterns of Arabic words, so no
table of real names helps. What differs from other generators: each list has habits of its own (its script, one way to
romanise, whole names or parts, which column it lacks, whether it writes 1 January for a year, whether it knows a
village or only its province), families move together, brothers stand in one list one after another, and the slips are
those of readers and keyboards: letters that look alike, neighbours on a keyboard, a word left out, a word that slipped
into the next column. Deterministic for a seed.

columns: id,person,household,list,full_name,given_name,father_name,grandfather_name,family_name,mother_name,sex,birth_date,birth_place,document_number
"""
import bisect, csv, itertools, random, sys

LETTERS = [('ب', 'b'), ('ت', 't'), ('ج', 'j'), ('ح', 'H'), ('خ', 'x'), ('د', 'd'), ('ر', 'r'), ('ز', 'z'), ('س', 's'), ('ش', 'S'),
           ('ص', 's'), ('ط', 't'), ('ع', '3'), ('غ', 'G'), ('ف', 'f'), ('ق', 'q'), ('ك', 'k'), ('ل', 'l'), ('م', 'm'), ('ن', 'n'), ('ه', 'h')]
# Patterns: a digit is a consonant of the root; small letters are short vowels, capitals long ones.
MEN = ['1A2i3', '1a2I3', 'ma12U3', '1u2ay3', '1a22A3', '1i2A3', 'ta12I3', '1a23An', 'mu1a22i3', '1a2a3']
WOMEN = ['1A2i3a', '1a2I3a', '1u23A', '1a22U3a', 'ma1A2i3', '1a2A3']
SCHEMES = {
    'english': dict(H='h', x='kh', S='sh', G='gh', j='j', q='q', A='a', I='i', U='u', a='a', i='i', u='u', ay='ay'),
    'french': dict(H='h', x='kh', S='ch', G='gh', j='dj', q='k', A='a', I='i', U='ou', a='a', i='i', u='ou', ay='ei'),
    'loose': dict(H='h', x='k', S='sh', G='g', j='g', q='k', A='aa', I='ee', U='oo', a='e', i='e', u='o', ay='ai'),
    'german': dict(H='h', x='ch', S='sch', G='gh', j='dsch', q='k', A='a', I='i', U='u', a='a', i='i', u='u', ay='ei'),
}
CYRILLIC = dict(zip('btjHxdrzsSGfqklmnhAIUaiu', 'б т дж х х д р з с ш г ф к к л м н х а и у а и у'.split()))
KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
ALIKE = {'m': 'rn', 'n': 'ri', 'h': 'n', 'l': 'i', 'i': 'l', 'a': 'o', 'o': 'a', 'u': 'v', 'ب': 'ت', 'ت': 'ن', 'ج': 'ح', 'ح': 'خ', 'د': 'ذ', 'ر': 'ز', 'س': 'ش', 'ف': 'ق', 'ن': 'ب'}

def made(random, pattern):
    root = [random.choice(LETTERS) for _ in range(3)]
    arabic, sound = '', ''
    for sign in pattern:
        if sign.isdigit():
            arabic += root[int(sign) - 1][0] if not sound.endswith(root[int(sign) - 1][1] + '*') else ''
            sound += root[int(sign) - 1][1]
        else:
            arabic += {'A': 'ا', 'I': 'ي', 'U': 'و', 'm': 'م', 't': 'ت', 'n': 'ن', 'y': 'ي'}.get(sign, '')
            sound += sign
    for letter, code in LETTERS:  # a doubled consonant is written once
        arabic = arabic.replace(letter * 2, letter)
    if pattern.endswith('3a'):
        arabic += 'ة'
    return arabic, sound

def latin(sound, scheme, random):
    text, at = '', 0
    while at < len(sound):
        if sound[at:at + 2] == 'ay':
            text += scheme['ay']; at += 2
        else:
            text += '' if sound[at] == '3' else scheme.get(sound[at], sound[at]); at += 1
    if random.random() < .15:
        text = ''.join(c for i, c in enumerate(text) if i == 0 or c != text[i - 1])
    return text

def cyrillic(sound):
    return ''.join('' if c == '3' else CYRILLIC.get(c, {'m': 'м', 't': 'т', 'n': 'н', 'y': 'й'}.get(c, c)) for c in sound)

def slipped(random, text):
    if len(text) < 3: return text
    at = random.randrange(len(text)); c = text[at]
    if c in ALIKE and random.random() < .5: return text[:at] + ALIKE[c] + text[at + 1:]
    row = next((r for r in KEYBOARD if c in r), None)
    if row and random.random() < .5: return text[:at] + row[(row.index(c) + random.choice((1, -1))) % len(row)] + text[at + 1:]
    return text[:at] + text[at + 1:] if random.random() < .5 else text[:at] + c + text[at:]

def zipf(random, values, s=.8):
    sums = list(itertools.accumulate(1 / (i + 1) ** s for i in range(len(values))))
    return lambda: values[bisect.bisect(sums, random.random() * sums[-1])]

class Listing:
    """A list and its habits."""
    def __init__(self, random, name):
        self.name = name
        self.script = random.choice('LLLAAC')
        self.scheme = SCHEMES[random.choice(sorted(SCHEMES))]
        self.whole = random.random() < .3
        self.lacks = {c for c in ('grandfather', 'mother', 'sex', 'document', 'place', 'father') if random.random() < .25}
        self.years = random.choice((0, .1, .5))
        self.january = random.random() < .4
        self.province = random.random() < .3
        self.family_first = random.random() < .2
        self.slips = random.choice((.01, .04, .1))

    def write(self, random, name):
        if not name: return ''
        text = name[0] if self.script == 'A' else cyrillic(name[1]) if self.script == 'C' else latin(name[1], self.scheme, random)
        text = slipped(random, text) if random.random() < self.slips else text
        return text.title() if self.script != 'A' else text

    def row(self, random, p):
        w = lambda n: self.write(random, n)
        g, fa, gf, fm, mo = w(p['given']), w(p['father']), w(p['grandfather']), w(p['family']), w(p['mother'])
        if 'father' in self.lacks or random.random() < .06: fa = ''
        if 'grandfather' in self.lacks or random.random() < .3: gf = ''
        if 'mother' in self.lacks or random.random() < .3: mo = ''
        if random.random() < .05: fm = ''
        y, m, d = p['born']
        if random.random() < .04: y += random.choice((-1, 1, 10, -10))
        if random.random() < .02 and d <= 12: m, d = d, m
        vague = random.random() < self.years
        born = '' if random.random() < .05 else (f'{y}-01-01' if self.january else str(y)) if vague else f'{y}-{m:02d}-{d:02d}'
        place = '' if 'place' in self.lacks else w(p['province'] if self.province else p['village'])
        order = [fm, g, fa, gf] if self.family_first else [g, fa, gf, fm]
        full = ' '.join(x for x in order if x)
        if random.random() < .02 and fa: g, fa = f'{g} {fa}', ''
        number = '' if 'document' in self.lacks or random.random() < .6 else p['document']
        parts = ['', '', '', ''] if self.whole else [g, fa, gf, fm]
        return [self.name, full, *parts, mo, '' if 'sex' in self.lacks else p['sex'], born, place, number]

def main():
    records, random_ = int(float(sys.argv[1])), random.Random(int(sys.argv[2]))
    R = random_
    men = zipf(R, [made(R, R.choice(MEN)) for _ in range(220)])
    women = zipf(R, [made(R, R.choice(WOMEN)) for _ in range(160)])
    families = zipf(R, [(lambda n: ('ال' + n[0] + 'ي', n[1] + 'I'))(made(R, R.choice(MEN))) for _ in range(900)], .6)
    villages = [made(R, R.choice(WOMEN)) for _ in range(120)]
    provinces = [made(R, R.choice(MEN)) for _ in range(12)]
    lists = [Listing(R, f'list-{i}') for i in range(9)]
    out = csv.writer(open(sys.argv[3], 'w', newline='', encoding='utf8'))
    out.writerow('id,person,household,list,full_name,given_name,father_name,grandfather_name,family_name,mother_name,sex,birth_date,birth_place,document_number'.split(','))
    written = person = household = 0
    while written < records:
        father, grandfather, family, mother, v = men(), men(), families(), women(), R.randrange(len(villages))
        eldest, used = 1935 + int(R.triangular(0, 70, 45)), set()
        in_lists = R.sample(lists, R.choice((1, 2, 2, 3, 4)))
        for child in range(R.choice((1, 1, 1, 2, 2, 3, 5))):
            sex = R.choice('MMMF')
            given = men() if sex == 'M' else women()
            if given in used: continue
            used.add(given)
            born = (eldest, 1 + R.randrange(12), 1 + R.randrange(28)) if child and R.random() < .06 else (eldest + 2 * child + R.randrange(2), 1 + R.randrange(12), 1 + R.randrange(28))
            p = dict(given=given, father=father, grandfather=grandfather, family=family, mother=mother, sex=sex, born=born, village=villages[v], province=provinces[v % 12], document=f'{R.choice("ABK")}{R.randrange(10**7):07d}')
            for of in in_lists if R.random() < .8 else R.sample(lists, R.choice((1, 2))):
                if written < records:
                    out.writerow([written, person, household, *of.row(R, p)]); written += 1
            person += 1
        household += 1

if __name__ == '__main__':
    main()
