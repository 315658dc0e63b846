#!/usr/bin/python3
"""The planner beside a solver for whole numbers, CBC: who is nearer to the best, and how soon.

bench_planner_cbc.py BENCH_PLANNER

Clusters are a model of assignments, the calendar one of the days on which each batch can start. Both leave out what would make
them larger still: how the units of a venue that is used twice are divided, and which trainer teaches (of each set of modules
only as many batches a day as there are trainers for them). So CBC may find what no plan can have; it is never worse off.
Each model has 60 seconds of processor time; PATAL_BENCH_CBC_SECONDS says otherwise. PATAL_BENCH_PLANNING as in bench-planner.c.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import collections
import csv
import datetime
import itertools
import math
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

BENCH = sys.argv[1]
SECONDS = float(os.environ.get('PATAL_BENCH_CBC_SECONDS', '60'))
OURS = 0.5             # seconds that the planner has for a calendar, and CLUSTERS for clusters
CLUSTERS = 3
GRACE = 15             # seconds after which CBC, which was told to stop, is stopped
FEW = 30               # batches: the goal is of problems with more
STATE = 'uk'           # of whose clusters no goal asks what CBC finds
GRS650 = 11876230      # F1 of grs650 that is proved to be the least
RADIUS = 6371008.8
ONE_DAY = datetime.timedelta(days=1)


def yardstick():
    """Milliseconds for a fixed piece of work: sorting the same half million of numbers."""
    number, numbers = 1, []
    for _ in range(500000):
        number = (number * 1664525 + 1013904223) % 2 ** 32
        numbers.append(number)
    begun = time.process_time()
    numbers.sort()
    return (time.process_time() - begun) * 1000


def say(goal, what, reached, wanted, done):
    print('%-4s %-60s %24s  %s %-30s yard %.0f ms' % (goal, what, reached, {True: 'yes', False: 'NO ', None: '   '}[done], wanted, yardstick()), flush=True)


class Problem:
    """A folder of plain files, as far as the models need it."""

    def __init__(self, folder):
        self.folder = folder
        self.rules = {'batch_min': '0', 'batch_fill': '90', 'detour_pct': '130', 'pref_m': '2000', 'gap_min': '1', 'weekly_off': '7'}
        self.rules.update((row['key'], row['value']) for row in self.rows('params'))
        self.blocks = {row['block_id']: row for row in self.rows('blocks')}
        self.units = {row['unit_id']: row for row in self.rows('units')}
        self.venues = {row['venue_id']: row for row in self.rows('venues')}
        self.modules = {row['module_id']: row for row in self.rows('modules')}
        self.trainers = list(self.rows('trainers'))
        self.blackouts = [(row['scope'], row['id'], *map(datetime.date.fromisoformat, (row['from'], row['to']))) for row in self.rows('blackouts')]
        self.windows = {(row['scope'], row['id']): (datetime.date.fromisoformat(row['from']), datetime.date.fromisoformat(row['to']))
                        for row in self.rows('windows')}
        self.first = min(window[0] for window in self.windows.values())

    def rows(self, name):
        with open(os.path.join(self.folder, name + '.csv'), encoding='utf-8', newline='') as file:
            return list(csv.DictReader(file))

    def rule(self, name):
        return int(self.rules[name])

    def place(self, row):
        if row.get('lat'):
            return float(row['lat']), float(row['lon'])
        if row.get('unit_id') in self.units and 'seats' in row:
            return self.place(self.units[row['unit_id']])
        block = self.blocks[row['block_id']]
        return float(block['hq_lat']), float(block['hq_lon'])

    def metres(self, a, b):
        (lat_a, lon_a), (lat_b, lon_b) = (map(math.radians, self.place(row)) for row in (a, b))
        half = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
        return math.floor(2 * RADIUS * math.asin(math.sqrt(min(1, half))) * self.rule('detour_pct') / 100 + 0.5)

    def window(self, block):
        for key in (('block', block), ('district', self.blocks[block]['district_id']), ('state', '*')):
            if key in self.windows:
                return self.windows[key]
        raise KeyError(block)

    def is_closed(self, day, *whose):
        return any(begin <= day <= end and (scope, which) in whose for scope, which, begin, end in self.blackouts)

    def days(self, block):
        """Those that the block can use, counted from the first of all windows."""
        begin, end = self.window(block)
        return {(day - self.first).days for day in (begin + i * ONE_DAY for i in range((end - begin).days + 1))
                if str(day.isoweekday()) not in self.rules['weekly_off']
                and not self.is_closed(day, ('state', '*'), ('district', self.blocks[block]['district_id']), ('block', block))}


# --- Models ---

def limit():
    """CBC looks at its clock only between the larger pieces of its work."""
    seconds = math.ceil(SECONDS + GRACE)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


class Model:
    """What is to be smallest, and what must hold, in the words of an LP file."""

    def __init__(self):
        self.cost, self.rules, self.whole, self.most = [], [], [], {}

    def hold(self, terms, sign, right):
        self.rules.append((terms, sign, right))

    def write(self, path):
        def lines(terms):
            words = ['%+d %s' % (factor, name) for factor, name in terms if factor != 0]
            return '\n '.join(' '.join(words[i:i + 8]) for i in range(0, len(words), 8))
        with open(path, 'w', encoding='ascii') as file:
            file.write('Minimize\n obj: %s\nSubject To\n' % lines(self.cost))
            for i, (terms, sign, right) in enumerate(self.rules):
                if terms:
                    file.write(' r%d: %s %s %d\n' % (i, lines(terms), sign, right))
            file.write('Bounds\n' + ''.join(' 0 <= %s <= %d\n' % (name, self.most.get(name, 1)) for name in self.whole))
            file.write('Generals\n ' + '\n '.join(self.whole) + '\nEnd\n')

    def solve(self):
        """What CBC finds ({} for nothing), whether it is proved, and the seconds of processor time."""
        with tempfile.TemporaryDirectory(prefix='patal-cbc-') as folder:
            path, solution = os.path.join(folder, 'model.lp'), os.path.join(folder, 'solution')
            self.write(path)
            out = subprocess.run(['cbc', path, '-sec', str(SECONDS), '-timeMode', 'cpu', '-solve', '-solu', solution], capture_output=True, text=True,
                                 check=False, preexec_fn=limit).stdout
            took = re.search(r'Total time \(CPU seconds\):\s+([\d.]+)', out)
            if not os.path.exists(solution):
                return {}, False, SECONDS
            with open(solution, encoding='ascii') as file:
                status = file.readline()
                values = {words[1]: float(words[2]) for words in map(str.split, file) if words[0].isdigit()}
        if 'nfeasible' in status or 'no integer' in status or 'continuous' in status:
            values = {}
        return values, status.startswith('Optimal'), float(took.group(1)) if took else SECONDS


def clusters_model(problem):
    model, full = Model(), problem.rule('batch_max') * problem.rule('batch_fill')
    days = sum(int(module['days']) for module in problem.modules.values())
    number = {name: i for i, name in enumerate([*problem.units, *problem.venues])}
    for block in problem.blocks:
        units = {name: unit for name, unit in problem.units.items() if unit['block_id'] == block and int(unit['headcount']) > 0}
        venues = {name: venue for name, venue in problem.venues.items() if venue['block_id'] == block}
        heads = sum(int(unit['headcount']) for unit in units.values())
        wanted = int(problem.blocks[block].get('k') or 0) or -(-heads * 100 // full)
        uses = {v: min(wanted, int(venue['halls']) * len(problem.days(block)) // days) for v, venue in venues.items()}
        x = {(u, v): 'x%d_%d' % (number[u], number[v]) for u in units for v in venues}
        y = {v: 'y%d' % number[v] for v in venues}
        model.cost += [(int(units[u]['headcount']) * (problem.metres(units[u], venues[v]) + int(venues[v]['pref'] or 0) * problem.rule('pref_m')), x[u, v])
                       for u, v in x]
        for u in units:
            model.hold([(1, x[u, v]) for v in venues], '=', 1)
        for v, venue in venues.items():
            inside = [(int(units[u]['headcount']), x[u, v]) for u in units]
            model.hold(inside + [(-min(int(venue['seats']), problem.rule('batch_max')), y[v])], '<=', 0)
            model.hold(inside + [(-problem.rule('batch_min'), y[v])], '>=', 0)
            for u in units:
                model.hold([(1, x[u, v]), (-1, y[v])], '<=', 0)
        model.hold([(1, name) for name in y.values()], '=', wanted)
        model.whole += [*x.values(), *y.values()]
        model.most.update((y[v], uses[v]) for v in venues)
    return model


class Calendar:
    """The model of the starts; what shares something is added up by day."""

    def __init__(self, problem):
        self.problem, self.model = problem, Model()
        self.venue, self.members = {}, collections.defaultdict(list)
        for row in problem.rows('clusters'):
            self.venue[row['cluster_id']] = row['venue_id']
            self.members[row['cluster_id']].append(row['unit_id'])
        self.busy = {'hall': collections.defaultdict(list), 'officer': collections.defaultdict(list), 'people': collections.defaultdict(list),
                     'teaching': collections.defaultdict(list)}
        self.starts = {}
        self.number_blocks = {name: i for i, name in enumerate(problem.blocks)}
        self.number_districts = {name: i for i, name in enumerate(sorted({block['district_id'] for block in problem.blocks.values()}))}

    def open_days(self, cluster):
        problem, venue = self.problem, self.venue[cluster]
        whose = [('venue', venue), *(('unit', unit) for unit in self.members[cluster])]
        return {day for day in problem.days(problem.venues[venue]['block_id']) if not problem.is_closed(problem.first + day * ONE_DAY, *whose)}

    def add_batch(self, number, cluster, module, usable):
        problem, venue, days = self.problem, self.problem.venues[self.venue[cluster]], int(self.problem.modules[module]['days'])
        block = problem.blocks[venue['block_id']]
        attend, officer = block.get('attend') or 'first', block.get('officer_id')
        n_attended = {'none': 0, 'first': 1, 'all': days}[attend] if officer else 0
        starts = {}
        for day in sorted(usable):
            run = range(day, day + days)
            if not all(d in usable for d in run) or any(problem.is_closed(problem.first + d * ONE_DAY, ('officer', officer)) for d in run[:n_attended]):
                continue
            starts[day] = name = 's%d_%d' % (number, day)
            for d in run:
                self.busy['hall'][self.venue[cluster], d].append((1, name))
                self.busy['people'][cluster, d].append((1, name))
                self.busy['teaching'][block['district_id'], d].append((module, name))
            for d in run[:n_attended]:
                self.busy['officer'][officer, d].append((1, name))
        self.starts[cluster, module] = starts
        self.model.hold([(1, name) for name in starts.values()], '=', 1)
        self.model.whole += starts.values()
        begin = (problem.window(venue['block_id'])[0] - problem.first).days
        block_end = 'c%d' % self.number_blocks[venue['block_id']]
        self.model.hold([(1, block_end)] + [(-(day + days - begin), name) for day, name in starts.items()], '>=', 0)

    def add_order(self, cluster, module):
        for before in (self.problem.modules[module].get('after') or '').split():
            wait = int(self.problem.modules[before]['days']) - 1 + self.problem.rule('gap_min')
            self.model.hold([(day, name) for day, name in self.starts[cluster, module].items()]
                            + [(-(day + wait), name) for day, name in self.starts[cluster, before].items()], '>=', 0)

    def add_trainers(self):
        problem = self.problem
        sets = [chosen for n in range(1, len(problem.modules) + 1) for chosen in itertools.combinations(problem.modules, n)]
        for (district, day), batches in self.busy['teaching'].items():
            date = problem.first + day * ONE_DAY
            for chosen in sets:
                able = sum(1 for trainer in problem.trainers
                           if problem.blocks[trainer['block_id']]['district_id'] == district
                           and (trainer['modules'] == '*' or set(trainer['modules'].split()) & set(chosen))
                           and not problem.is_closed(date, ('trainer', trainer['trainer_id'])))
                self.model.hold([(int(problem.modules[module]['team']), name) for module, name in batches if module in chosen], '<=', able)

    def build(self):
        problem, model = self.problem, self.model
        for number, (cluster, module) in enumerate(itertools.product(sorted(self.venue), problem.modules)):
            self.add_batch(number, cluster, module, self.open_days(cluster))
        for cluster, module in self.starts:
            self.add_order(cluster, module)
        for (venue, _), terms in self.busy['hall'].items():
            model.hold(terms, '<=', int(problem.venues[venue]['halls']))
        for terms in (*self.busy['officer'].values(), *self.busy['people'].values()):
            model.hold(terms, '<=', 1)
        self.add_trainers()
        longest = max((end - begin).days + 1 for begin, end in problem.windows.values())
        for block, number in self.number_blocks.items():
            district = self.number_districts[problem.blocks[block]['district_id']]
            model.hold([(1, 'd%d' % district), (-1, 'c%d' % number)], '>=', 0)
            model.cost.append((1, 'c%d' % number))
            model.whole.append('c%d' % number)
            model.most['c%d' % number] = longest
        for number in self.number_districts.values():
            model.cost.append((longest * len(problem.blocks) + 1, 'd%d' % number))
            model.whole.append('d%d' % number)
            model.most['d%d' % number] = longest
        return model


# --- Measuring ---

def our_runs(folder, name, seconds):
    out = subprocess.run([BENCH, 'runs', folder, name, str(seconds)], capture_output=True, text=True, check=True).stdout
    runs = {'clusters': [], 'calendar': []}
    for what, took, *values in (line.split(',') for line in out.splitlines()):
        runs[what].append((float(took), tuple(map(int, values))))
    return runs


def best_by(runs, seconds):
    return min((values for took, values in runs if took <= seconds), default=(math.inf,) * 4)


def measure_clusters(name, problem, runs):
    model = clusters_model(problem)
    values, proved, took = model.solve()
    theirs = round(sum(factor * values.get(variable, 0) for factor, variable in model.cost)) if values else math.inf
    ours = best_by(runs, CLUSTERS)
    shown = 'CBC, %.0f s%s: %s' % (took, ', proved' if proved else '', theirs if values else 'nothing')
    say('G3', '%s: F1 after %g s' % (name, CLUSTERS), ours[1], shown, ours[0] == 0 and ours[1] <= theirs)
    goal = GRS650 if name == 'grs650' else theirs
    reached = min((t for t, (out, cost) in runs if out == 0 and cost <= goal), default=math.inf)
    if proved or name == 'grs650':
        say('G2', '%s: sooner than CBC %s' % (name, 'proves it' if proved else 'was stopped without a proof'), '%.0f times' % (took / reached),
            'at least 200', took / reached >= 200 if name == 'grs650' else None)


def measure_calendar(name, problem, runs):
    calendar = Calendar(problem)
    values, proved, took = calendar.build().solve()
    theirs = (0, *(round(sum(value for variable, value in values.items() if re.fullmatch(letter + r'\d+', variable))) for letter in 'dc')) if values else None
    ours = best_by(runs, OURS)[:3]
    shown = 'CBC, %.0f s%s: %s' % (took, ', proved' if proved else '', '%d %d' % theirs[1:] if theirs else 'nothing')
    many = len(calendar.starts) > FEW
    say('G8' if many else '', '%s: Z1 Z2 of %d batches after %g s' % (name, len(calendar.starts), OURS), '%s %s' % ours[1:], shown,
        (theirs is None or ours <= theirs) if many else None)


def main():
    if shutil.which('cbc') is None:
        print('There is no cbc (Debian: coinor-cbc): not measured.')
        return 0
    folder = os.environ.get('PATAL_BENCH_PLANNING')
    with tempfile.TemporaryDirectory(prefix='patal-cbc-') as drawn:
        cases = [(folder, name) for name in ('tiny', 'small', 'grs650', 'rep650', STATE) if folder and os.path.isdir(os.path.join(folder, name))]
        for name, blocks, units in (('drawn 2 blocks', 2, 120), ('drawn district', 9, 650)):
            os.mkdir(os.path.join(drawn, name))
            subprocess.run([BENCH, 'write', os.path.join(drawn, name), str(blocks), str(units)], check=True)
            cases.append((drawn, name))
        for where, name in cases:
            problem, runs = Problem(os.path.join(where, name)), our_runs(where, name, CLUSTERS)
            if name != STATE:
                measure_clusters(name, problem, runs['clusters'])
            measure_calendar(name, problem, runs['calendar'])
    return 0


if __name__ == '__main__':
    sys.exit(main())
