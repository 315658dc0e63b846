/* patal-demo-people.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-demo-people.h"
#include "patal-demo-list.h"
#include "patal-demo-names.h"
#include "patal-person.h"
#include "patal-posting.h"
#include <math.h>

typedef struct
{
  PatalDb               *db;
  const PatalDemoPlaces *places;
  PatalDemoDice          dice;
  PatalDemoNames        *names;
  gint64                 mobile; /* the last one given away */
} Cast;

static guint
roll (Cast *cast, guint sides)
{
  return patal_demo_roll (&cast->dice, sides);
}

static gboolean
chance (Cast *cast, guint per_cent)
{
  return patal_demo_chance (&cast->dice, per_cent);
}

static PatalDay
day_between (Cast *cast, PatalDay first, PatalDay last)
{
  return patal_demo_day_between (&cast->dice, first, last);
}

static char *
next_mobile (Cast *cast)
{
  cast->mobile += 1 + roll (cast, 9);
  return g_strdup_printf ("%" G_GINT64_FORMAT, cast->mobile);
}

typedef struct
{
  PatalGender gender;
  PatalSocial social;
  gboolean    has_guardian; /* father or husband, as in lists of elected people */
  const char *remark;       /* (nullable) */
} Role;

/* Makes up a person for @role; *@id is set. */
static gboolean
add_person (Cast *cast, const Role *role, gint64 *id, GError **error)
{
  const PatalDemoName *surname = patal_demo_names_surname (cast->names, &cast->dice, role->social);
  g_autoptr (GString) hi = g_string_new (NULL), en = g_string_new (NULL);
  g_auto (PatalPerson) person = { .gender = role->gender, .social = role->social };

  person.remark = g_strdup (role->remark);
  if (role->has_guardian)
    {
      patal_demo_names_first (cast->names, &cast->dice, PATAL_GENDER_MALE, hi, en);
      person.guardian = g_strdup_printf ("%s %s", hi->str, surname->hi);
    }
  patal_demo_names_first (cast->names, &cast->dice, role->gender, hi, en);
  person.name_hi = g_strdup_printf ("%s %s", hi->str, surname->hi);
  person.name_en = g_strdup_printf ("%s %s", en->str, surname->en);
  if (chance (cast, 91))
    person.mobile = next_mobile (cast);
  if (!patal_person_insert (cast->db, &person, error))
    return FALSE;
  *id = person.id;
  return TRUE;
}

static gboolean
add_posting (Cast *cast, PatalPosting posting, GError **error)
{
  return patal_posting_insert (cast->db, &posting, error);
}

static gboolean
find_post (Cast *cast, const char *code, gint64 *id, GError **error)
{
  return patal_db_int (cast->db, "SELECT id FROM post WHERE code = ?1", PATAL_ARGS (PATAL_TEXT (code)), id,
                       error);
}

static const PatalDemoGp *
gp_at (const Cast *cast, guint index)
{
  return &g_array_index (cast->places->gps, PatalDemoGp, index);
}

/* ---- officers, as listed ---- */

static PatalSocial
social_of (const char *id)
{
  for (guint i = PATAL_SOCIAL_SC; i < PATAL_N_SOCIALS; i++)
    if (g_strcmp0 (patal_social_id (i), id) == 0)
      return i;
  return PATAL_SOCIAL_UNKNOWN;
}

/* Who is listed twice under one name holds two posts. */
static gboolean
add_officer (Cast *cast, const PatalDemoList *list, guint row, GHashTable *known, gint64 *id, GError **error)
{
  char *name = patal_demo_list_text (list, row, "name_hi");
  const gint64 *before = g_hash_table_lookup (known, name);
  gboolean female = g_strcmp0 (patal_demo_list_text (list, row, "gender"), "female") == 0;
  g_autofree char *mobile = NULL;
  PatalPerson person = { .name_hi = name, .name_en = patal_demo_list_text (list, row, "name_en"),
                         .gender = female ? PATAL_GENDER_FEMALE : PATAL_GENDER_MALE,
                         .social = social_of (patal_demo_list_text (list, row, "social")) };

  if (before != NULL)
    {
      *id = *before;
      return TRUE;
    }
  person.mobile = mobile = next_mobile (cast);
  if (!patal_person_insert (cast->db, &person, error))
    return FALSE;
  *id = person.id;
  g_hash_table_insert (known, name, g_memdup2 (id, sizeof *id));
  return TRUE;
}

static gboolean
add_officers (Cast *cast, GError **error)
{
  g_autoptr (PatalDemoList) list = patal_demo_list_new ("officers");
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < patal_demo_list_length (list); i++)
    {
      gboolean main = g_strcmp0 (patal_demo_list_text (list, i, "charge"), "main") == 0;
      PatalPosting posting = { .from = patal_demo_list_day (list, i, "from"),
                               .to = patal_demo_list_day (list, i, "to"),
                               .charge = main ? PATAL_CHARGE_MAIN : PATAL_CHARGE_ADDITIONAL };

      posting.unit = patal_demo_place (cast->places, patal_demo_list_text (list, i, "place"));
      if (!find_post (cast, patal_demo_list_text (list, i, "post"), &posting.post, error) ||
          !add_officer (cast, list, i, known, &posting.person, error) || !add_posting (cast, posting, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- sarpanches of two terms ---- */

/* For whom the seat is: half of them for women; by the share of castes and tribes; in scheduled areas always
 * for a tribe. */
static Role
draw_seat (Cast *cast, const PatalDemoGp *gp)
{
  Role seat = { .gender = chance (cast, 53) ? PATAL_GENDER_FEMALE : PATAL_GENDER_MALE, .has_guardian = TRUE };
  gint64 lot = roll (cast, (guint) gp->population);

  if (gp->pesa || lot < gp->st)
    seat.social = PATAL_SOCIAL_ST;
  else
    seat.social = lot < gp->st + gp->sc ? PATAL_SOCIAL_SC : PATAL_SOCIAL_OTHER;
  return seat;
}

static gboolean
add_sarpanches (Cast *cast, const PatalProgress *progress, GError **error)
{
  const PatalDay elected = patal_day_from_ymd (2020, 3, 2), again = patal_day_from_ymd (2025, 3, 3);
  guint n = cast->places->gps->len;
  gint64 post;

  if (!find_post (cast, "SARPANCH", &post, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const PatalDemoGp *gp = gp_at (cast, i);
      Role before = draw_seat (cast, gp), now = draw_seat (cast, gp);
      gboolean stays = before.gender == now.gender && before.social == now.social && chance (cast, 22);
      gboolean died = roll (cast, 160) == 0; /* and the by-election is still to come */
      PatalPosting first = { .post = post, .unit = gp->id, .from = elected, .to = again - 1 };
      PatalPosting second = { .post = post, .unit = gp->id, .from = again };

      before.remark = stays ? NULL : "पूर्व सरपंच";
      if (!patal_progress_step (progress, i, n, error) || !add_person (cast, &before, &first.person, error))
        return FALSE;
      second.person = first.person;
      if (!stays && !add_person (cast, &now, &second.person, error))
        return FALSE;
      if (died)
        second.to = day_between (cast, patal_day_from_ymd (2025, 9, 1), patal_day_from_ymd (2026, 2, 28));
      if (!add_posting (cast, first, error) || !add_posting (cast, second, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- secretaries and employment assistants ---- */

typedef struct
{
  const char *post;
  guint       vacant_per_cent, covered_per_cent /* of the vacant */, female_per_cent, moved_per_cent;
  int         first_year, last_year; /* of appointment */
} StaffRule;

static const StaffRule staff_rules[] = {
  { .post = "PS",
    .vacant_per_cent = 12,
    .covered_per_cent = 76,
    .female_per_cent = 17,
    .moved_per_cent = 7,
    .first_year = 2008,
    .last_year = 2021 },
  { .post = "GRS",
    .vacant_per_cent = 8,
    .covered_per_cent = 55,
    .female_per_cent = 29,
    .first_year = 2007,
    .last_year = 2018 },
};

typedef struct
{
  gint64   person; /* 0: vacant */
  PatalDay from;
  guint    n_additional;
  gboolean moved;
} Staff;

static gboolean
appoint (Cast *cast, const StaffRule *rule, const PatalDemoGp *gp, Staff *staff, GError **error)
{
  Role role = { .gender = chance (cast, rule->female_per_cent) ? PATAL_GENDER_FEMALE : PATAL_GENDER_MALE };
  guint lot = roll (cast, 100);
  guint tribes = gp->pesa ? 60 : 22, castes = gp->pesa ? 8 : 16;
  PatalDay first = patal_day_from_ymd (rule->first_year, 4, 1);
  PatalDay last = patal_day_from_ymd (rule->last_year, 9, 30);

  role.social = lot < tribes ? PATAL_SOCIAL_ST : lot < tribes + castes ? PATAL_SOCIAL_SC : PATAL_SOCIAL_OTHER;
  if (gp->since > first) /* a new GP fills its posts within a year */
    {
      first = gp->since;
      last = first + 365;
    }
  staff->from = day_between (cast, first, last);
  return add_person (cast, &role, &staff->person, error);
}

/* On one day in July 2023 some changed places in pairs, each within the block. */
static void
move_some (Cast *cast, const StaffRule *rule, Staff *staff, guint *partners)
{
  guint n = cast->places->gps->len;

  for (guint i = 0; i < n; i++)
    {
      guint j = i + 1 + roll (cast, 12);

      if (!chance (cast, rule->moved_per_cent) || j >= n || gp_at (cast, i)->block != gp_at (cast, j)->block)
        continue;
      if (staff[i].person == 0 || staff[j].person == 0 || staff[i].moved || staff[j].moved)
        continue;
      staff[i].moved = staff[j].moved = TRUE;
      partners[i] = j;
      partners[j] = i;
    }
}

static gboolean
post_staff (Cast *cast, gint64 post, const Staff *staff, const guint *partners, guint index, GError **error)
{
  const PatalDay moved_on = patal_day_from_ymd (2023, 7, 17);
  char *order_no = (char *) "क्रमांक 1187/पंचायत/स्थापना/2023";
  const Staff *one = &staff[index];
  PatalPosting posting = {
    .person = one->person, .post = post, .unit = gp_at (cast, index)->id, .from = one->from
  };

  if (!one->moved)
    return add_posting (cast, posting, error);
  posting.to = moved_on - 1;
  if (!add_posting (cast, posting, error))
    return FALSE;
  posting = (PatalPosting){ .person = one->person,
                            .post = post,
                            .unit = gp_at (cast, partners[index])->id,
                            .from = moved_on,
                            .order_no = order_no };
  return add_posting (cast, posting, error);
}

/* The nearest of the block who has no more than one other GP to look after; without a coordinate the next in
 * the list. -1: nobody. */
static int
nearest_staff (const Cast *cast, const Staff *staff, guint index)
{
  const PatalDemoGp *here = gp_at (cast, index);
  double best_distance = G_MAXDOUBLE;
  int best = -1;

  for (guint i = 0; i < cast->places->gps->len; i++)
    {
      const PatalDemoGp *there = gp_at (cast, i);
      double distance = here->has_place && there->has_place
                            ? hypot (here->lat - there->lat, 0.93 * (here->lon - there->lon))
                            : 1.0;

      if (there->block == here->block && staff[i].person != 0 && !staff[i].moved &&
          staff[i].n_additional == 0 && distance < best_distance)
        {
          best = (int) i;
          best_distance = distance;
        }
    }
  return best;
}

static gboolean
cover_vacancies (Cast *cast, const StaffRule *rule, gint64 post, Staff *staff, GError **error)
{
  for (guint i = 0; i < cast->places->gps->len; i++)
    {
      int by =
          staff[i].person == 0 && chance (cast, rule->covered_per_cent) ? nearest_staff (cast, staff, i) : -1;
      PatalDay since =
          day_between (cast, patal_day_from_ymd (2021, 10, 1), patal_day_from_ymd (2025, 12, 31));
      PatalPosting posting = {
        .post = post, .unit = gp_at (cast, i)->id, .from = since, .charge = PATAL_CHARGE_ADDITIONAL
      };

      if (by < 0)
        continue;
      posting.person = staff[by].person;
      staff[by].n_additional++;
      if (!add_posting (cast, posting, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_staff (Cast *cast, const StaffRule *rule, const PatalProgress *progress, GError **error)
{
  guint n = cast->places->gps->len;
  g_autofree Staff *staff = g_new0 (Staff, n);
  g_autofree guint *partners = g_new0 (guint, n);
  gint64 post;

  if (!find_post (cast, rule->post, &post, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!chance (cast, rule->vacant_per_cent) && !appoint (cast, rule, gp_at (cast, i), &staff[i], error))
      return FALSE;
  move_some (cast, rule, staff, partners);
  for (guint i = 0; i < n; i++)
    if (!patal_progress_step (progress, i, n, error) ||
        (staff[i].person != 0 && !post_staff (cast, post, staff, partners, i, error)))
      return FALSE;
  return cover_vacancies (cast, rule, post, staff, error);
}

gboolean
patal_demo_people_fill (PatalDb *db, const PatalDemoPlaces *places, const PatalProgress *progress,
                        GError **error)
{
  g_autoptr (PatalDemoNames) names = patal_demo_names_new ();
  Cast cast = { .db = db, .places = places, .dice = { 20211220 }, .names = names, .mobile = G_GINT64_CONSTANT (6999910000) };
  PatalProgressPart part;

  if (!add_officers (&cast, error) ||
      !add_sarpanches (&cast, patal_progress_part (&part, progress, 0.0, 0.5), error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (staff_rules); i++)
    if (!add_staff (&cast, &staff_rules[i],
                    patal_progress_part (&part, progress, i == 0 ? 0.5 : 0.75, i == 0 ? 0.75 : 1.0), error))
      return FALSE;
  return TRUE;
}
