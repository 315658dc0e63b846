/* patal-plan-words.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-words.h"
#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const left_codes[] = {
  [PATAL_LEFT_NOT] = "",        [PATAL_LEFT_LARGE] = "LARGE",     [PATAL_LEFT_FAR] = "FAR",
  [PATAL_LEFT_SEATS] = "SEATS", [PATAL_LEFT_DIVIDED] = "DIVIDED", [PATAL_LEFT_FULL] = "FULL",
};

const char *
patal_plan_left_code (PatalLeft left)
{
  return left_codes[left];
}

const char *
patal_plan_without_code (PatalWithout without)
{
  return patal_without_id (without);
}

/* The place of the code at the beginning of @reason, or 0. */
static int
parse_code (const char *reason, const char *const *codes, int n)
{
  gsize len = strcspn (reason, ": ");

  for (int i = 1; i < n; i++)
    if (strlen (codes[i]) == len && strncmp (reason, codes[i], len) == 0)
      return i;
  return 0;
}

PatalLeft
patal_plan_left_parse (const char *reason)
{
  return (PatalLeft)parse_code (reason, left_codes, G_N_ELEMENTS (left_codes));
}

PatalWithout
patal_plan_without_parse (const char *reason)
{
  g_autofree char *code = g_strndup (reason, strcspn (reason, ": "));

  return patal_without_of (code);
}

const char *
patal_plan_finding_code (PatalClustersCode code)
{
  static const char *const codes[] = {
    [PATAL_CLUSTERS_DIVIDE] = "DIVIDE", [PATAL_CLUSTERS_UNFOUND] = "UNFOUND",
    [PATAL_CLUSTERS_SEATS] = "SEATS",   [PATAL_CLUSTERS_RAISED] = "K_RAISED",
    [PATAL_CLUSTERS_VENUES] = "VENUES",
  };

  return codes[code];
}

const char *
patal_plan_short_code (PatalShortCode code)
{
  static const char *const codes[] = {
    [PATAL_SHORT_TEAM] = "TEAM",       [PATAL_SHORT_CHAIN] = "CHAIN",       [PATAL_SHORT_VENUE] = "HALLS",
    [PATAL_SHORT_OFFICER] = "OFFICER", [PATAL_SHORT_TRAINERS] = "TRAINERS",
  };

  return codes[code];
}

const char *
patal_plan_scope_id (const PatalPlanFiles *files, PatalPlanScope scope, int of)
{
  switch (scope)
    {
    case PATAL_PLAN_DISTRICT:
      return patal_plan_ids_name (&files->districts, of);
    case PATAL_PLAN_BLOCK:
      return patal_plan_ids_name (&files->blocks, of);
    case PATAL_PLAN_VENUE:
      return patal_plan_ids_name (&files->venues, of);
    case PATAL_PLAN_TRAINER:
      return patal_plan_ids_name (&files->trainers, of);
    case PATAL_PLAN_OFFICER:
      return patal_plan_ids_name (&files->officers, of);
    case PATAL_PLAN_UNIT:
      return patal_plan_ids_name (&files->units, of);
    case PATAL_PLAN_STATE:
    default:
      return "*";
    }
}

const char *
patal_plan_group_id (const PatalPlanFiles *files, int group)
{
  return patal_plan_ids_name (files->data.rules.cross_block ? &files->districts : &files->blocks, group);
}

char *
patal_plan_left_words (const PatalPlanFiles *files, const PatalClusters *clusters, int unit)
{
  const PatalPlanRules *rules = &files->data.rules;
  int heads = files->data.units[unit].heads;

  switch (clusters->left[unit])
    {
    case PATAL_LEFT_LARGE:
      return g_strdup_printf (ngettext ("%d person is more than the %d that a batch may have. Divide the "
                                        "unit into two, or raise batch_max.",
                                        "%d persons are more than the %d that a batch may have. Divide the "
                                        "unit into two, or raise batch_max.",
                                        heads),
                              heads, rules->batch_max);
    case PATAL_LEFT_FAR:
      if (rules->most_metres > 0)
        return g_strdup_printf (
            _("No venue that can be used lies within %g km. Add one there, or raise max_km."),
            rules->most_metres / 1000.0);
      return g_strdup (_("There is no venue that can be used. Add one."));
    case PATAL_LEFT_SEATS:
      return g_strdup_printf (
          ngettext (
              "No venue in reach has a seat for %d person. Add a larger one, or divide the unit into two.",
              "No venue in reach has seats for %d persons. Add a larger one, or divide the unit into two.",
              heads),
          heads);
    case PATAL_LEFT_DIVIDED:
      return g_strdup (_("The persons of its block cannot be divided into batches as the rules want them; "
                          "see the note on the block."));
    case PATAL_LEFT_FULL:
      return g_strdup_printf (ngettext ("No cluster that it may join has room for %d more person. Raise "
                                        "batch_max or the number of clusters.",
                                        "No cluster that it may join has room for %d more persons. Raise "
                                        "batch_max or the number of clusters.",
                                        heads),
                              heads);
    case PATAL_LEFT_NOT:
    default:
      return g_strdup ("");
    }
}

char *
patal_plan_without_words (const PatalPlanFiles *files, const PatalClusters *clusters, int cluster, int module,
                          PatalWithout without)
{
  const char *venue = patal_plan_ids_name (&files->venues, clusters->venue[cluster]),
             *name = patal_plan_ids_name (&files->modules, module);
  const PatalPlanBlock *block = &files->data.blocks[files->data.venues[clusters->venue[cluster]].block];

  switch (without)
    {
    case PATAL_WITHOUT_WINDOW:
      return g_strdup_printf (_("No day of the window can be used for %s, with all its days in a row. "
                                 "Extend the window, or free days."),
                              name);
    case PATAL_WITHOUT_NO_TRAINER:
      if (files->data.modules[module].team == 1)
        return g_strdup_printf (
            _("Nobody may teach %s at %s. Train someone for it, or widen the scope of trainers."), name,
            venue);
      return g_strdup_printf (
          _("Fewer than %d trainers may teach %s at %s. Train more trainers for it, or widen their scope."),
          files->data.modules[module].team, name, venue);
    case PATAL_WITHOUT_PRED:
      return g_strdup_printf (_("A module that comes before %s has no date."), name);
    case PATAL_WITHOUT_OVERLAP:
      return g_strdup (_ (
          "On days that could be used its people are in another batch, or an earlier module has not ended."));
    case PATAL_WITHOUT_VENUE:
      return g_strdup_printf (_("On days that could be used all halls of %s are taken. Add a hall or "
                                 "another venue, or extend the window."),
                              venue);
    case PATAL_WITHOUT_OFFICER:
      return g_strdup_printf (_("On days that could be used the officer %s is needed elsewhere or away. "
                                 "Extend the window, or let the officer attend "
                                 "less."),
                              block->officer >= 0 ? patal_plan_ids_name (&files->officers, block->officer)
                                                  : "");
    case PATAL_WITHOUT_FROZEN:
      return g_strdup (_("It would have to begin today or earlier. Extend the window."));
    case PATAL_WITHOUT_TRAINER_BUSY:
      if (files->data.modules[module].team == 1)
        return g_strdup_printf (
            _("On days when all else is free no trainer for %s is. Add trainers, or extend the window."),
            name);
      return g_strdup_printf (_("On days when all else is free fewer than %d trainers for %s are. Add "
                                 "trainers, or extend the window."),
                              files->data.modules[module].team, name);
    case PATAL_N_WITHOUTS:
    case PATAL_WITHOUT_NOT:
    default:
      return g_strdup ("");
    }
}

/* (transfer full): how the persons would lie in the batches. */
static char *
divide_words (const PatalPlanRules *rules, const PatalClustersFinding *finding, const char *name)
{
  g_autofree char *sizes = NULL, *persons = NULL, *help = NULL;

  persons
      = g_strdup_printf (ngettext ("%s: %d person does not divide into batches of %d to %d",
                                   "%s: %d persons do not divide into batches of %d to %d", finding->heads),
                         name, finding->heads, rules->batch_min, rules->batch_max);
  if (finding->low == finding->high)
    sizes = g_strdup_printf (
        ngettext ("%d batch would have %d", "%d batches would have %d each", finding->made), finding->made,
        finding->low);
  else
    sizes = g_strdup_printf (
        ngettext ("%d batch would have %d or %d", "%d batches would have %d or %d", finding->made),
        finding->made, finding->low, finding->high);
  if (finding->low < rules->batch_min)
    help = g_strdup_printf (_("Lower the minimum to %d."), finding->low);
  else
    help = g_strdup (_("The units are too large for that: lower the minimum, raise the maximum, or use "
                        "venues with more seats."));
  /* Translators: "Block X: 86 persons do not divide into batches of 30 to 40", "3 batches would have 28 or
   * 29", "Lower the minimum to 28." */
  return g_strdup_printf (_("%s; %s. %s"), persons, sizes, help);
}

char *
patal_plan_finding_words (const PatalPlanFiles *files, const PatalClustersFinding *finding)
{
  g_autofree char *name = g_strdup_printf (files->data.rules.cross_block ? _("District %s") : _("Block %s"),
                                           patal_plan_group_id (files, finding->group));

  switch (finding->code)
    {
    case PATAL_CLUSTERS_DIVIDE:
      return divide_words (&files->data.rules, finding, name);
    case PATAL_CLUSTERS_UNFOUND:
      return g_strdup_printf (ngettext ("%s: no division of %d persons into %d batch was found. More search "
                                        "may find one, or a lower minimum "
                                        "may help.",
                                        "%s: no division of %d persons into %d batches was found. More "
                                        "search may find one, or a lower minimum "
                                        "may help.",
                                        finding->made),
                              name, finding->heads, finding->made);
    case PATAL_CLUSTERS_SEATS:
      return g_strdup_printf (ngettext ("%s: its venues have seats for %d persons in all their usable days, "
                                        "and %d are to be trained; at least "
                                        "%d stays out. Add seats or a venue, or extend the window.",
                                        "%s: its venues have seats for %d persons in all their usable days, "
                                        "and %d are to be trained; at least "
                                        "%d stay out. Add seats or a venue, or extend the window.",
                                        finding->heads - finding->low),
                              name, finding->low, finding->heads, finding->heads - finding->low);
    case PATAL_CLUSTERS_RAISED:
      return g_strdup_printf (ngettext ("%s: %d batch instead of %d, as fewer cannot hold its %d persons.",
                                        "%s: %d batches instead of %d, as fewer cannot hold its %d persons.",
                                        finding->made),
                              name, finding->made, finding->wanted, finding->heads);
    case PATAL_CLUSTERS_VENUES:
    default:
      return g_strdup_printf (ngettext ("%s: its venues have room for %d batch in all their usable days, and "
                                        "%d are needed. Add a hall or a venue, or "
                                        "extend the window.",
                                        "%s: its venues have room for %d batches in all their usable days, "
                                        "and %d are needed. Add a hall or a venue, or "
                                        "extend the window.",
                                        finding->low),
                              name, finding->low, finding->wanted);
    }
}

/* --- What no calendar can do --- */

/* (transfer full) */
static char *
scope_name (const PatalPlanFiles *files, PatalPlanScope scope, int of)
{
  const char *id = patal_plan_scope_id (files, scope, of);

  switch (scope)
    {
    case PATAL_PLAN_DISTRICT:
      return g_strdup_printf (_("District %s"), id);
    case PATAL_PLAN_BLOCK:
      return g_strdup_printf (_("Block %s"), id);
    case PATAL_PLAN_VENUE:
      return g_strdup_printf (_("Venue %s"), id);
    case PATAL_PLAN_TRAINER:
      return g_strdup_printf (_("Trainer %s"), id);
    case PATAL_PLAN_OFFICER:
      return g_strdup_printf (_("Officer %s"), id);
    case PATAL_PLAN_UNIT:
      return g_strdup_printf (_("Unit %s"), id);
    case PATAL_PLAN_STATE:
    default:
      return g_strdup (_("The state"));
    }
}

/* (transfer full): which rule binds. */
static char *
short_rule (const PatalPlanFiles *files, const PatalShort *it)
{
  g_autofree char *name = scope_name (files, it->scope, it->of), *modules = patal_plan_ids_list (&files->modules, it->modules, ", ");

  switch (it->code)
    {
    case PATAL_SHORT_TEAM:
      return g_strdup_printf (ngettext ("%s: a batch of %s needs a team of %d, and no more than %d may teach "
                                        "there; so %d batch stays without a date.",
                                        "%s: a batch of %s needs a team of %d, and no more than %d may teach "
                                        "there; so %d batches stay without a date.",
                                        it->out),
                              name, modules, (int) it->need, (int) it->have, it->out);
    case PATAL_SHORT_CHAIN:
      return g_strdup_printf (ngettext ("%s: one after another all modules take at least %d days, and the %d "
                                        "usable days of the window do not hold them "
                                        "in each cluster; at least %d batch stays without a date.",
                                        "%s: one after another all modules take at least %d days, and the %d "
                                        "usable days of the window do not hold them "
                                        "in each cluster; at least %d batches stay without a date.",
                                        it->out),
                              name, (int) it->need, (int) it->have, it->out);
    case PATAL_SHORT_VENUE:
      return g_strdup_printf (ngettext ("%s: batches of %s ask for its halls on %d days, and in the window "
                                        "there are %d; at least %d batch stays "
                                        "without a date.",
                                        "%s: batches of %s ask for its halls on %d days, and in the window "
                                        "there are %d; at least %d batches stay "
                                        "without a date.",
                                        it->out),
                              name, modules, (int) it->need, (int) it->have, it->out);
    case PATAL_SHORT_OFFICER:
      return g_strdup_printf (ngettext ("%s: batches of %s ask for the officer %s on %d days, and in the "
                                        "window there are %d; at least %d batch stays "
                                        "without a date.",
                                        "%s: batches of %s ask for the officer %s on %d days, and in the "
                                        "window there are %d; at least %d batches stay "
                                        "without a date.",
                                        it->out),
                              name, modules, patal_plan_ids_name (&files->officers, it->officer),
                              (int) it->need, (int) it->have, it->out);
    case PATAL_SHORT_TRAINERS:
    default:
      return g_strdup_printf (ngettext ("%s: batches of %s ask for %d days of teaching, and the trainers can "
                                        "give %d, rests and leave counted; at least "
                                        "%d batch stays without a date.",
                                        "%s: batches of %s ask for %d days of teaching, and the trainers can "
                                        "give %d, rests and leave counted; at least "
                                        "%d batches stay without a date.",
                                        it->out),
                              name, modules, (int) it->need, (int) it->have, it->out);
    }
}

static void
add_sentence (GString *text, char *sentence)
{
  g_string_append_printf (text, " %s", sentence);
  g_free (sentence);
}

/* What would help, as far as it was counted. */
static void
add_help (GString *text, const PatalShort *it)
{
  if (it->more_trainers > 0)
    add_sentence (
        text,
        g_strdup_printf (ngettext ("At least %d more trainer would be needed, or a wider scope of trainers.",
                                   "At least %d more trainers would be needed, or a wider scope of trainers.",
                                   it->more_trainers),
                         it->more_trainers));
  if (it->more_days > 0 && it->more_trainers > 0)
    add_sentence (text,
                  g_strdup_printf (ngettext ("Or the window would have to be longer by at least %d day.",
                                             "Or the window would have to be longer by at least %d days.",
                                             it->more_days),
                                   it->more_days));
  else if (it->more_days > 0)
    add_sentence (text, g_strdup_printf (ngettext ("The window would have to be longer by at least %d day.",
                                                   "The window would have to be longer by at least %d days.",
                                                   it->more_days),
                                         it->more_days));
  if (it->attend_first)
    add_sentence (text, g_strdup (_("If the officer attended no more than the first day of each batch, the days would do.")));
  else if (it->code == PATAL_SHORT_OFFICER)
    add_sentence (text, g_strdup (_("Somebody else might attend in the officer's place.")));
  if (it->code == PATAL_SHORT_VENUE)
    add_sentence (text, g_strdup (_("Another hall would help, or another venue for some batches.")));
  if (it->code == PATAL_SHORT_CHAIN)
    add_sentence (text, g_strdup (_("Free days would help, or fewer days between two modules.")));
}

char *
patal_plan_short_words (const PatalPlanFiles *files, const PatalShort *finding)
{
  g_autofree char *rule = short_rule (files, finding);
  GString *text = g_string_new (rule);

  add_help (text, finding);
  return g_string_free (text, FALSE);
}

/* --- What a move breaks --- */

const char *
patal_plan_rule_code (PatalRule rule)
{
  static const char *const codes[] = {
    [PATAL_RULE_C2] = "C2",   [PATAL_RULE_C4] = "C4",   [PATAL_RULE_C5] = "C5",   [PATAL_RULE_C6] = "C6",
    [PATAL_RULE_C9] = "C9",   [PATAL_RULE_H2] = "H2",   [PATAL_RULE_H3] = "H3",   [PATAL_RULE_H4] = "H4",
    [PATAL_RULE_H5] = "H5",   [PATAL_RULE_H6] = "H6",   [PATAL_RULE_H7] = "H7",   [PATAL_RULE_H8] = "H8",
    [PATAL_RULE_H9] = "H9",   [PATAL_RULE_H10] = "H10", [PATAL_RULE_H11] = "H11", [PATAL_RULE_H12] = "H12",
    [PATAL_RULE_H13] = "H13", [PATAL_RULE_H15] = "H15",
  };

  return codes[rule];
}

/* (transfer full): "B3_04, M2"; (nullable) where there is none. */
static char *
batch_name (const PatalPlanOutcome *outcome, int batch)
{
  int n_modules = outcome->files->data.n_modules;

  if (batch < 0)
    return NULL;
  return g_strdup_printf ("%s, %s", outcome->ids[batch / n_modules],
                          patal_plan_ids_name (&outcome->files->modules, batch % n_modules));
}

/* What sentences name. */
typedef struct
{
  char *thing, *day, *other;
  const char *reason; /* of the blackout; "" where nothing is said */
} Names;

static void
names_clear (Names *names)
{
  g_free (names->thing);
  g_free (names->day);
  g_free (names->other);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

/* (transfer full) */
static char *
closed_words (const Names *names)
{
  if (*names->reason == '\0')
    return g_strdup_printf (_("%s is closed for trainings on %s."), names->thing, names->day);
  return g_strdup_printf (_("%s is closed for trainings on %s: %s."), names->thing, names->day, names->reason);
}

/* (transfer full) */
static char *
away_words (const Names *names)
{
  if (*names->reason == '\0')
    return g_strdup_printf (_("%s is away on %s."), names->thing, names->day);
  return g_strdup_printf (_("%s is away on %s: %s."), names->thing, names->day, names->reason);
}

/* (transfer full) */
static char *
cluster_rule_words (const Names *names, const PatalBreak *it)
{
  switch (it->rule)
    {
    case PATAL_RULE_C2:
      return g_strdup_printf (_("%s has room for %d persons, and the batch has %d."), names->thing,
                              (int) it->limit, (int) it->number);
    case PATAL_RULE_C4:
      return g_strdup_printf (_("%s belongs to another block than the venue."), names->thing);
    case PATAL_RULE_C5:
      return g_strdup_printf (_("%s is %.1f km from the venue; no more than %g km are allowed."),
                              names->thing, (double) it->number / 1000, (double) it->limit / 1000);
    case PATAL_RULE_C6:
      return g_strdup_printf (
          _("%s would be wanted on %d days in all, and its halls have %d usable days in the window."),
          names->thing, (int) it->number, (int) it->limit);
    case PATAL_RULE_C9:
    default:
      return g_strdup_printf (_("%s is in no cluster, and would have room in this one."), names->thing);
    }
}

/* (transfer full) */
static char *
day_rule_words (const Names *names, const PatalBreak *it)
{
  switch (it->rule)
    {
    case PATAL_RULE_H2:
      if (it->scope != PATAL_PLAN_BLOCK)
        return g_strdup_printf (_("%s lies behind the last day of all windows."), names->day);
      return g_strdup_printf (_("%s does not lie in the window of %s."), names->day, names->thing);
    case PATAL_RULE_H3:
      if (it->blackout < 0)
        return g_strdup_printf (_("%s is a weekly off day."), names->day);
      return closed_words (names);
    case PATAL_RULE_H4:
      return g_strdup_printf (
          ngettext ("%s has %d hall, and %d batches would be there on %s, among them %s.",
                    "%s has %d halls, and %d batches would be there on %s, among them %s.", (int) it->limit),
          names->thing, (int) it->limit, (int) it->number, names->day, names->other);
    case PATAL_RULE_H11:
      if (it->other >= 0)
        return g_strdup_printf (_("%s is wanted for %s too on %s."), names->thing, names->other, names->day);
      return away_words (names);
    case PATAL_RULE_H12:
      return g_strdup_printf (_("The same people are in %s on %s."), names->other, names->day);
    case PATAL_RULE_H13:
      if (it->day < 0)
        return g_strdup_printf (_("%s comes before it, and has no date."), names->other);
      return g_strdup_printf (_("%s comes before it: it cannot start before %s."), names->other, names->day);
    case PATAL_RULE_H15:
    default:
      return g_strdup (_("What has begun stays as it is, and nothing else starts today or earlier."));
    }
}

/* (transfer full) */
static char *
trainer_rule_words (const Names *names, const PatalBreak *it)
{
  switch (it->rule)
    {
    case PATAL_RULE_H5:
      if (it->scope == PATAL_PLAN_TRAINER)
        return g_strdup_printf (_("%s may not teach this module, or stands here twice."), names->thing);
      return g_strdup_printf (ngettext ("The team needs %d trainer, and has %d.",
                                        "The team needs %d trainers, and has %d.", (int) it->limit),
                              (int) it->limit, (int) it->number);
    case PATAL_RULE_H6:
      return g_strdup_printf (_("%s teaches %s on %s."), names->thing, names->other, names->day);
    case PATAL_RULE_H7:
      return away_words (names);
    case PATAL_RULE_H8:
      return g_strdup_printf (
          ngettext ("%s would teach %d days in a row from %s; no more than %d day is allowed.",
                    "%s would teach %d days in a row from %s; no more than %d days are allowed.",
                    (int) it->limit),
          names->thing, (int) it->number, names->day, (int) it->limit);
    case PATAL_RULE_H9:
      return g_strdup_printf (ngettext ("%s would teach %d days in all; no more than %d day is allowed.",
                                        "%s would teach %d days in all; no more than %d days are allowed.",
                                        (int) it->limit),
                              names->thing, (int) it->number, (int) it->limit);
    case PATAL_RULE_H10:
    default:
      return g_strdup_printf (
          _("%s is not among those who teach at this venue, or lives too far away (%.1f km)."), names->thing,
          (double) it->number / 1000);
    }
}

char *
patal_plan_break_words (const PatalPlanOutcome *outcome, PatalDay first, const PatalBreak *broken)
{
  g_auto (Names) names = { scope_name (outcome->files, broken->scope, broken->of),
                           broken->day >= 0 ? patal_day_format (first + broken->day) : NULL,
                           batch_name (outcome, broken->other),
                           broken->blackout >= 0 ? outcome->files->reasons->pdata[broken->blackout] : "" };

  switch (broken->rule)
    {
    case PATAL_RULE_C2:
    case PATAL_RULE_C4:
    case PATAL_RULE_C5:
    case PATAL_RULE_C6:
    case PATAL_RULE_C9:
      return cluster_rule_words (&names, broken);
    case PATAL_RULE_H5:
    case PATAL_RULE_H6:
    case PATAL_RULE_H7:
    case PATAL_RULE_H8:
    case PATAL_RULE_H9:
    case PATAL_RULE_H10:
      return trainer_rule_words (&names, broken);
    case PATAL_RULE_H2:
    case PATAL_RULE_H3:
    case PATAL_RULE_H4:
    case PATAL_RULE_H11:
    case PATAL_RULE_H12:
    case PATAL_RULE_H13:
    case PATAL_RULE_H15:
    default:
      return day_rule_words (&names, broken);
    }
}
