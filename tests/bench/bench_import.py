#!/usr/bin/python3
"""Import of 2.1 lakh gram panchayats beside what the sqlite3 shell takes to .import the same rows.

    bench_import.py PATAL [FILE.csv[.gz]]

Without a file a country is made up: 26 states, 530 districts, 6,200 blocks, 2,11,945 gram panchayats.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import gzip
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

ROUNDS = 3
GOAL_RATIO = 8.0
GOAL_MIB = 300

FIRST = 'राम सोन महा कोस बेल पीप अमर खैर जाम धन पथ लोह देव चंद नव बड़ कर सर मान तेंदु'.split()
FIRST_EN = 'Ram Son Maha Kos Bel Pip Amar Khair Jam Dhan Path Loh Dev Chand Nav Bad Kar Sar Man Tendu'.split()
LAST = 'पुर गाँव डीह पाली पारा भाठा खेड़ा नगर टोला गढ़ तराई कोना'.split()
LAST_EN = 'pur gaon dih pali para bhatha kheda nagar tola garh tarai kona'.split()
KIND = ['', ' खुर्द', ' कला', ' बुजुर्ग', ' माफी', ' रैयत']
KIND_EN = ['', ' Khurd', ' Kala', ' Buzurg', ' Mafi', ' Raiyat']


def country(path):
    """As wide as the list of all India that offices have: the yardstick reads what we read."""
    chance = random.Random(1)
    gp = 100000
    with open(path, 'w', encoding='utf-8', newline='') as out:
        out.write('state_lgd,state_name,district_lgd,district_name,district_name_local,district_census2011,'
                  'district_name_in_source,block_lgd,block_name,subdistrict_census2011,subdistrict_name,gp_lgd,gp_name,'
                  'gp_name_2015,gp_name_hi,gp_name_hi_how,source_polygons,lat,lon\r\n')
        for i in range(211945):
            block = i * 6200 // 211945
            district = block * 530 // 6200
            state = district * 26 // 530
            a, b, c = chance.randrange(len(FIRST)), chance.randrange(len(LAST)), chance.randrange(len(KIND))
            d = chance.randrange(len(FIRST))
            hindi = FIRST[a] + FIRST[d] + LAST[b] + KIND[c] if i % 4 == 0 else ''
            out.write('%d,State %d,%d,District %d,,%03d,DISTRICT %d,%d,Block %d,%05d,Block %d,%d,%s%s%s%s,,%s,%s,1,%.5f,%.5f\r\n'
                      % (state + 1, state + 1, district + 1, district + 1, district + 1, district + 1, block + 1, block + 1,
                         block + 1, block + 1, gp + i, FIRST_EN[a], FIRST_EN[d].lower(), LAST_EN[b], KIND_EN[c], hindi,
                         'district' if hindi else '', 8 + chance.random() * 24, 70 + chance.random() * 20))


def make_country(program, folder):
    """A district's file with the whole country in it, for the other benchmarks."""
    source, target = os.path.join(folder, 'country.csv'), os.path.join(folder, 'country.patal')
    country(source)
    subprocess.run([program, 'new', target, '--state', 'CG', '--district', 'k'], check=True)
    subprocess.run([program, '--file', target, 'import', 'units', source], check=True, stdout=subprocess.DEVNULL)
    return target


def timed(command, **options):
    begin = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **options)
    output = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    return (time.monotonic() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024,
            os.waitstatus_to_exitcode(status), output.decode())


def main():
    program = sys.argv[1]
    folder = tempfile.mkdtemp(prefix='patal-bench-')
    plain = os.path.join(folder, 'plain.csv')
    if len(sys.argv) > 2:
        source = sys.argv[2]
        with (gzip.open if source.endswith('.gz') else open)(source, 'rb') as packed, open(plain, 'wb') as out:
            shutil.copyfileobj(packed, out)
    else:
        source = plain
        country(plain)
    best_yard, best_ours, most_mib, ratios, busy_ratios = 1e9, 1e9, 0, [], []
    for turn in range(ROUNDS):
        database = os.path.join(folder, 'yard-%d.db' % turn)
        yard, busy_yard, _, status, _ = timed(['sqlite3', database, '.import --csv %s t' % plain])
        assert status == 0
        ours_file = os.path.join(folder, 'ours-%d.patal' % turn)
        subprocess.run([program, 'new', ours_file, '--state', 'CG', '--district', 'क'], check=True)
        ours, busy, mib, status, output = timed([program, '--file', ours_file, 'import', 'units', source, '--partial'])
        assert status == 0, output
        ratios.append(ours / yard)
        busy_ratios.append(busy / busy_yard)
        best_yard, best_ours, most_mib = min(best_yard, yard), min(best_ours, ours), max(most_mib, mib)
        os.unlink(database)
    ratios.sort()
    busy_ratios.sort()
    print(output.splitlines()[-1])
    print('import  %.2f s beside %.2f s of sqlite3 .import: ratio %.2f (goal: at most %.1f)'
          % (best_ours, best_yard, ratios[ROUNDS // 2], GOAL_RATIO))
    print('processor time  ratio %.2f: of all threads, for a machine that is busy with something else' % busy_ratios[ROUNDS // 2])
    print('memory  %.0f MiB (goal: under %d)' % (most_mib, GOAL_MIB))
    shutil.rmtree(folder)


if __name__ == '__main__':
    main()
