/* patal-demo-names.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-demo-names.h"
#include "patal-demo-list.h"

/* The parts that a name is put together from. */
typedef enum
{
  FEMALE,
  FEMALE_WHOLE,
  FEMALE_MIDDLE,
  MALE,
  MALE_WHOLE,
  MALE_MIDDLE,
  SURNAME_SC,
  SURNAME_ST,
  SURNAME_OTHER,
  N_PARTS
} Part;
static const char *const part_kinds[N_PARTS] = { "female",  "female-whole", "female-middle",
                                                 "male",    "male-whole",   "male-middle",
                                                 "surname", "surname",      "surname" };
static const char *const part_socials[N_PARTS] = {
  [SURNAME_SC] = "sc", [SURNAME_ST] = "st", [SURNAME_OTHER] = "other"
};

struct _PatalDemoNames
{
  PatalDemoList *list;           /* what @parts point into */
  GArray        *parts[N_PARTS]; /* of PatalDemoName */
};

/* splitmix64 */
guint
patal_demo_roll (PatalDemoDice *dice, guint sides)
{
  guint64 z = dice->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return (guint) (((z ^ (z >> 31)) >> 16) % sides);
}

gboolean
patal_demo_chance (PatalDemoDice *dice, guint per_cent)
{
  return patal_demo_roll (dice, 100) < per_cent;
}

PatalDay
patal_demo_day_between (PatalDemoDice *dice, PatalDay first, PatalDay last)
{
  return first + (PatalDay) patal_demo_roll (dice, (guint) (last - first + 1));
}

PatalDemoNames *
patal_demo_names_new (void)
{
  PatalDemoNames *names = g_new0 (PatalDemoNames, 1);

  names->list = patal_demo_list_new ("names");
  for (guint part = 0; part < N_PARTS; part++)
    {
      names->parts[part] = g_array_new (FALSE, FALSE, sizeof (PatalDemoName));
      for (guint i = 0; i < patal_demo_list_length (names->list); i++)
        {
          PatalDemoName name = { patal_demo_list_text (names->list, i, "name_hi"),
                                 patal_demo_list_text (names->list, i, "name_en"),
                                 (guint) patal_demo_list_int (names->list, i, "weight") };

          if (g_strcmp0 (patal_demo_list_text (names->list, i, "kind"), part_kinds[part]) == 0 &&
              g_strcmp0 (patal_demo_list_text (names->list, i, "social"), part_socials[part]) == 0)
            g_array_append_val (names->parts[part], name);
        }
    }
  return names;
}

void
patal_demo_names_free (PatalDemoNames *names)
{
  if (names == NULL)
    return;
  for (guint i = 0; i < N_PARTS; i++)
    g_array_unref (names->parts[i]);
  patal_demo_list_free (names->list);
  g_free (names);
}

static const PatalDemoName *
pick (const PatalDemoNames *names, PatalDemoDice *dice, Part part)
{
  const GArray *of = names->parts[part];
  guint total = 0, left;

  for (guint i = 0; i < of->len; i++)
    total += g_array_index (of, PatalDemoName, i).weight;
  left = patal_demo_roll (dice, total);
  for (guint i = 0;; i++)
    {
      const PatalDemoName *name = &g_array_index (of, PatalDemoName, i);

      if (left < name->weight)
        return name;
      left -= name->weight;
    }
}

void
patal_demo_names_first (const PatalDemoNames *names, PatalDemoDice *dice, PatalGender gender, GString *hi, GString *en)
{
  Part plain = gender == PATAL_GENDER_FEMALE ? FEMALE : MALE;
  Part whole = plain + 1, middle = plain + 2;
  guint n_plain = names->parts[plain]->len, n_whole = names->parts[whole]->len;
  gboolean is_plain = patal_demo_roll (dice, n_plain + n_whole) < n_plain;
  const PatalDemoName *first = pick (names, dice, is_plain ? plain : whole);

  g_string_assign (hi, first->hi);
  g_string_assign (en, first->en);
  if (is_plain && patal_demo_chance (dice, 45))
    {
      const PatalDemoName *second = pick (names, dice, middle);

      g_string_append_printf (hi, " %s", second->hi);
      g_string_append_printf (en, " %s", second->en);
    }
}

const PatalDemoName *
patal_demo_names_surname (const PatalDemoNames *names, PatalDemoDice *dice, PatalSocial social)
{
  static const Part surnames[PATAL_N_SOCIALS] = {
    [PATAL_SOCIAL_SC] = SURNAME_SC, [PATAL_SOCIAL_ST] = SURNAME_ST, [PATAL_SOCIAL_OTHER] = SURNAME_OTHER };

  return pick (names, dice, surnames[social]);
}
