/* patal-demo-work.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-demo-work.h"
#include "patal-scheme.h"
#include "patal-works-resources.h"

#define LISTS "/io/github/grampatal/GramPatal/works/demo/"
#define MGNREGA 1          /* the scheme's id in every file */
#define STATE_CODE "22"
#define PAISE_IN_THOUSAND 100000
#define SELDOM 250         /* one of so many is of the type with a name as long as a board can hold */
#define PMAY_DAYS 90       /* of labour, to each house */
#define LABOUR_ALONE 2     /* per cent: of what is left for material, and less is not estimated */

/* A line of works-types.csv. */
typedef struct
{
  PatalWorkKind kind;
  const char   *name[2], *category, *letters, *materials, *agency, *convergence; /* [PatalLang] */
  guint         weight; /* 0: now and then */
  guint         least_thousand, most_thousand, least_wage, most_wage, least_days, most_days;
  gint64        rupees_each; /* metre, or plant */
} Type;

typedef struct
{
  const char *kind, *name[2];
} Word;

typedef struct
{
  const char *list, *name, *unit;
  gint64      rupees, share;
} Material;

struct _PatalDemoWorks
{
  PatalDemoDice   dice;
  PatalDemoNames *names;
  PatalDemoList  *lists[3]; /* what the others point into */
  GArray         *types, *words, *materials;
  guint           weights[PATAL_N_WORK_KINDS];
  GPtrArray      *rates;    /* of PatalWageRate, the newest first */
  gint64          number;   /* of the last work's code */
};

static PatalDemoList *
list_of (const char *name)
{
  g_autofree char *path = g_strconcat (LISTS, name, ".csv", NULL);

  return patal_demo_list_new_from (patal_works_get_resource (), path);
}

static void
read_types (PatalDemoWorks *works, const PatalDemoList *list)
{
  for (guint i = 0; i < patal_demo_list_length (list); i++)
    {
      gboolean own = g_strcmp0 (patal_demo_list_text (list, i, "kind"), "individual") == 0;
      Type type = { .kind = own ? PATAL_WORK_INDIVIDUAL : PATAL_WORK_COMMUNITY,
                    .name = { patal_demo_list_text (list, i, "name_hi"), patal_demo_list_text (list, i, "name_en") },
                    .category = patal_demo_list_text (list, i, "category"),
                    .letters = patal_demo_list_text (list, i, "letters"),
                    .materials = patal_demo_list_text (list, i, "materials"),
                    .agency = patal_demo_list_text (list, i, "agency"),
                    .convergence = patal_demo_list_text (list, i, "convergence"),
                    .weight = (guint) patal_demo_list_int (list, i, "weight"),
                    .least_thousand = (guint) patal_demo_list_int (list, i, "least_thousand"),
                    .most_thousand = (guint) patal_demo_list_int (list, i, "most_thousand"),
                    .least_wage = (guint) patal_demo_list_int (list, i, "least_wage"),
                    .most_wage = (guint) patal_demo_list_int (list, i, "most_wage"),
                    .least_days = (guint) patal_demo_list_int (list, i, "least_days"),
                    .most_days = (guint) patal_demo_list_int (list, i, "most_days"),
                    .rupees_each = patal_demo_list_int (list, i, "rupees_each") };

      works->weights[type.kind] += type.weight;
      g_array_append_val (works->types, type);
    }
}

static void
read_words (PatalDemoWorks *works, const PatalDemoList *list)
{
  for (guint i = 0; i < patal_demo_list_length (list); i++)
    {
      Word word = { patal_demo_list_text (list, i, "kind"),
                    { patal_demo_list_text (list, i, "name_hi"), patal_demo_list_text (list, i, "name_en") } };

      g_array_append_val (works->words, word);
    }
}

static void
read_materials (PatalDemoWorks *works, const PatalDemoList *list)
{
  for (guint i = 0; i < patal_demo_list_length (list); i++)
    {
      Material material = { patal_demo_list_text (list, i, "list"), patal_demo_list_text (list, i, "name"),
                            patal_demo_list_text (list, i, "unit"), patal_demo_list_int (list, i, "rupees"),
                            patal_demo_list_int (list, i, "share") };

      g_array_append_val (works->materials, material);
    }
}

PatalDemoWorks *
patal_demo_works_new (PatalDb *db, GError **error)
{
  g_autoptr (GPtrArray) rates = patal_wage_rates (db, STATE_CODE, error);
  PatalDemoWorks *works;

  if (rates == NULL)
    return NULL;
  works = g_new0 (PatalDemoWorks, 1);
  works->dice.state = 20220704;
  works->names = patal_demo_names_new ();
  works->rates = g_steal_pointer (&rates);
  works->types = g_array_new (FALSE, FALSE, sizeof (Type));
  works->words = g_array_new (FALSE, FALSE, sizeof (Word));
  works->materials = g_array_new (FALSE, FALSE, sizeof (Material));
  works->number = G_GINT64_CONSTANT (1111390000);
  read_types (works, works->lists[0] = list_of ("works-types"));
  read_words (works, works->lists[1] = list_of ("works-words"));
  read_materials (works, works->lists[2] = list_of ("works-materials"));
  return works;
}

void
patal_demo_works_free (PatalDemoWorks *works)
{
  if (works == NULL)
    return;
  patal_demo_names_free (works->names);
  g_ptr_array_unref (works->rates);
  g_array_unref (works->types);
  g_array_unref (works->words);
  g_array_unref (works->materials);
  for (guint i = 0; i < G_N_ELEMENTS (works->lists); i++)
    patal_demo_list_free (works->lists[i]);
  g_free (works);
}

PatalDemoDice *
patal_demo_works_dice (PatalDemoWorks *works)
{
  return &works->dice;
}

static guint
roll (PatalDemoWorks *works, guint sides)
{
  return patal_demo_roll (&works->dice, sides);
}

static guint
between (PatalDemoWorks *works, guint least, guint most)
{
  return least + roll (works, most - least + 1);
}

static const Word *
word_of (PatalDemoWorks *works, const char *kind)
{
  guint n = 0, left;

  for (guint i = 0; i < works->words->len; i++)
    n += g_str_equal (g_array_index (works->words, Word, i).kind, kind);
  if (n == 0)
    g_error ("the demonstration has no word of the kind %s", kind);
  left = roll (works, n);
  for (guint i = 0;; i++)
    {
      const Word *word = &g_array_index (works->words, Word, i);

      if (g_str_equal (word->kind, kind) && left-- == 0)
        return word;
    }
}

const char *
patal_demo_works_word (PatalDemoWorks *works, const char *kind, PatalLang lang)
{
  return word_of (works, kind)->name[lang];
}

static const Type *
type_of (PatalDemoWorks *works, PatalWorkKind kind)
{
  guint left = roll (works, works->weights[kind]);
  gboolean seldom = kind == PATAL_WORK_COMMUNITY && roll (works, SELDOM) == 0;

  for (guint i = 0;; i++)
    {
      const Type *type = &g_array_index (works->types, Type, i);

      if (type->kind != kind || seldom != (type->weight == 0))
        continue;
      if (seldom || left < type->weight)
        return type;
      left -= type->weight;
    }
}

/* ---- names ---- */

static PatalSocial
social_at (PatalDemoWorks *works, const PatalDemoSite *site)
{
  guint lot = roll (works, site->population);

  if (lot < site->st || (site->pesa && lot % 2 == 0))
    return PATAL_SOCIAL_ST;
  return lot < site->st + site->sc ? PATAL_SOCIAL_SC : PATAL_SOCIAL_OTHER;
}

/* What stands for {person}, {house}, {metres} … in both languages. */
static void
stand_in (PatalDemoWorks *works, const Type *type, const char *token, const PatalDemoSite *site, PatalWork *work, GString *out[2])
{
  g_autoptr (GString) hi = g_string_new (NULL), en = g_string_new (NULL);

  if (g_str_equal (token, "person"))
    {
      PatalGender gender = patal_demo_chance (&works->dice, 38) ? PATAL_GENDER_FEMALE : PATAL_GENDER_MALE;
      const PatalDemoName *surname = patal_demo_names_surname (works->names, &works->dice, social_at (works, site));

      patal_demo_names_first (works->names, &works->dice, PATAL_GENDER_MALE, hi, en);
      work->guardian = g_strdup_printf ("%s %s", hi->str, surname->hi);
      patal_demo_names_first (works->names, &works->dice, gender, hi, en);
      g_string_append_printf (hi, " %s", surname->hi);
      g_string_append_printf (en, " %s", surname->en);
      work->beneficiary = g_strdup (hi->str);
    }
  else if (g_str_equal (token, "house"))
    patal_demo_names_first (works->names, &works->dice, PATAL_GENDER_MALE, hi, en);
  else if (g_str_equal (token, "metres") || g_str_equal (token, "plants"))
    {
      int n = (int) (work->sanctioned.total_paise / 100 / type->rupees_each / 10 * 10);

      g_string_printf (hi, "%d", n);
      g_string_printf (en, "%d", n);
    }
  else
    {
      const Word *word = word_of (works, token);

      g_string_assign (hi, word->name[PATAL_LANG_HI]);
      g_string_assign (en, word->name[PATAL_LANG_EN]);
    }
  g_string_append (out[PATAL_LANG_HI], hi->str);
  g_string_append (out[PATAL_LANG_EN], en->str);
}

/* Both patterns name the same things in the same order. */
static void
name_work (PatalDemoWorks *works, const Type *type, const PatalDemoSite *site, PatalWork *work)
{
  g_autoptr (GString) hi = g_string_new (NULL), en = g_string_new (NULL);
  GString *out[2] = { hi, en };
  g_auto (GStrv) hi_parts = g_strsplit_set (type->name[PATAL_LANG_HI], "{}", -1);
  g_auto (GStrv) en_parts = g_strsplit_set (type->name[PATAL_LANG_EN], "{}", -1);

  if (g_strv_length (hi_parts) != g_strv_length (en_parts))
    g_error ("the names of a work differ in their places: %s, %s", type->name[0], type->name[1]);
  for (guint i = 0; hi_parts[i] != NULL; i++)
    if (i % 2 == 1)
      stand_in (works, type, hi_parts[i], site, work, out);
    else
      {
        g_string_append (hi, hi_parts[i]);
        g_string_append (en, en_parts[i]);
      }
  work->name_hi = g_strdup (hi->str);
  work->name_en = g_strdup (en->str);
}

/* ---- time ---- */

static int
fy_of (PatalDemoWorks *works)
{
  static const guint per_cent[] = { 12, 15, 18, 20, 25, 10 }; /* 2021-22 to 2026-27, whose works are sanctioned just now */
  guint left = roll (works, 100), i = 0;

  for (; left >= per_cent[i]; i++)
    left -= per_cent[i];
  return 2021 + (int) i;
}

static void
begin_work (PatalDemoWorks *works, const Type *type, PatalWork *work)
{
  PatalDay last = PATAL_DEMO_LAST_DAY;
  PatalDay start = work->as_day + (PatalDay) between (works, 6, patal_demo_chance (&works->dice, 12) ? 260 : 75);
  PatalDay end = start + (PatalDay) between (works, type->least_days, type->most_days);
  guint lot = roll (works, 100);

  if (patal_demo_chance (&works->dice, 15)) /* the rains, the harvest, the next instalment */
    end += (PatalDay) between (works, 30, 300);
  if (start > last || lot < 3) /* some never begin */
    return;
  work->start = start;
  work->status = PATAL_WORK_ONGOING;
  if (end > last || (lot < 16 && work->fy >= 2023))
    return;
  work->end = end;
  work->status = lot > 96 ? PATAL_WORK_CLOSED : PATAL_WORK_COMPLETED;
}

static void
date_work (PatalDemoWorks *works, const Type *type, PatalWork *work)
{
  PatalSpan year;

  work->fy = fy_of (works);
  year = patal_fy_span (work->fy);
  if (year.from > PATAL_DEMO_LAST_DAY)
    work->as_day = patal_demo_day_between (&works->dice, PATAL_DEMO_LAST_DAY - 29, PATAL_DEMO_LAST_DAY);
  else
    work->as_day = patal_demo_day_between (&works->dice, year.from + 15, year.from + 300);
  work->ts_day = work->as_day - (PatalDay) between (works, 4, 40);
  if (year.from <= PATAL_DEMO_LAST_DAY)
    begin_work (works, type, work);
}

/* ---- money ---- */

static gint64
rate_on (const PatalDemoWorks *works, PatalDay day)
{
  for (guint i = 0; i < works->rates->len; i++)
    {
      const PatalWageRate *rate = g_ptr_array_index (works->rates, i);

      if (rate->scheme == MGNREGA && rate->from <= day)
        return rate->paise;
    }
  g_error ("the demonstration has no wage rate for its first works");
}

static void
sanction_work (PatalDemoWorks *works, const Type *type, const PatalDemoSite *site, PatalWork *work)
{
  PatalWorkMoney *money = &work->sanctioned;
  gint64 share = between (works, type->least_wage, type->most_wage);

  work->rate_paise = rate_on (works, work->as_day);
  if (type->most_thousand == 0)
    {
      work->days = PMAY_DAYS;
      *money = (PatalWorkMoney) { PMAY_DAYS * work->rate_paise, 0, PMAY_DAYS * work->rate_paise };
      return;
    }
  if (share > 8 && share < 90)
    share += (gint64) (site->block_no * 5 % 9) - 4; /* no two blocks plan alike */
  money->total_paise = (gint64) between (works, type->least_thousand, type->most_thousand) * PAISE_IN_THOUSAND;
  work->days = MAX (1, money->total_paise * share / 100 / work->rate_paise);
  money->wage_paise = work->days * work->rate_paise;
  money->material_paise = money->total_paise - money->wage_paise;
  if (money->material_paise * 100 < money->total_paise * LABOUR_ALONE)
    *money = (PatalWorkMoney) { money->wage_paise, 0, money->wage_paise };
}

static void
spend_on_work (PatalDemoWorks *works, PatalWork *work)
{
  gboolean closed = work->status == PATAL_WORK_CLOSED;
  gint64 done = closed ? between (works, 20, 70) : between (works, 86, 100);
  gint64 bought = closed ? between (works, 10, 70) : between (works, 88, 100);

  work->spent_days = work->days * done / 100;
  work->spent.wage_paise = work->spent_days * work->rate_paise;
  work->spent.material_paise = work->sanctioned.material_paise * bought / 100 / 100 * 100;
  work->spent.total_paise = work->spent.wage_paise + work->spent.material_paise;
}

static void
buy_materials (PatalDemoWorks *works, const Type *type, PatalWork *work)
{
  for (guint i = 0; i < works->materials->len; i++)
    {
      const Material *material = &g_array_index (works->materials, Material, i);
      gint64 n = work->sanctioned.material_paise * material->share / 100 / (material->rupees * 100);
      g_autofree char *quantity = NULL;

      if (g_strcmp0 (material->list, type->materials) != 0 || n == 0)
        continue;
      if (work->materials == NULL)
        work->materials = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_material_free);
      quantity = g_strdup_printf ("%" G_GINT64_FORMAT " %s", n, material->unit);
      g_ptr_array_add (work->materials, patal_material_new (material->name, quantity, n * material->rupees * 100));
    }
}

/* ---- numbers and places ---- */

static void
number_work (PatalDemoWorks *works, const Type *type, const PatalDemoSite *site, PatalWork *work)
{
  g_autofree char *fy = patal_fy_label (work->fy);

  works->number += 1 + roll (works, 40);
  work->code = g_strdup_printf ("3399%03u%03u/%s/%" G_GINT64_FORMAT, site->block_no, site->no, type->letters, works->number);
  work->ts_no = g_strdup_printf ("%u/त.स्वी./%s", between (works, 101, 2900), fy);
  work->as_no = g_strdup_printf ("%u/जि.पं./मनरेगा/%s", between (works, 1001, 9800), fy);
  if (work->kind == PATAL_WORK_INDIVIDUAL)
    work->job_card = g_strdup_printf ("CG-99-%03u-%03u-001/%u", site->block_no, site->no, between (works, 1, 420));
}

static void
place_work (PatalDemoWorks *works, const Type *type, const PatalDemoSite *site, PatalWork *work)
{
  work->village = g_strdup (site->village);
  if (type->agency != NULL && patal_demo_chance (&works->dice, 60))
    work->agency = g_strdup (type->agency);
  else
    work->agency = site->name_hi != NULL ? g_strdup_printf ("ग्राम पंचायत %s", site->name_hi) : g_strdup ("ग्राम पंचायत");
  work->has_place = site->has_place && work->start != PATAL_DAY_NONE && patal_demo_chance (&works->dice, 75);
  if (!work->has_place)
    return;
  work->lat = site->lat + ((int) roll (works, 2400) - 1200) / 1e5;
  work->lon = site->lon + ((int) roll (works, 2400) - 1200) / 1e5;
}

/* What the findings of a board are for: a few orders that do not add up, a few works of which something is not known. */
static void
spoil_work (PatalDemoWorks *works, PatalWork *work)
{
  guint lot = roll (works, 1000);

  if (lot < 4)
    work->sanctioned.total_paise += 5 * PAISE_IN_THOUSAND;
  else if (lot < 16 && work->status == PATAL_WORK_COMPLETED)
    work->end = PATAL_DAY_NONE;
  else if (lot < 28)
    g_clear_pointer (&work->as_no, g_free);
  else if (lot < 36)
    work->rate_paise = PATAL_WORK_UNKNOWN;
  else if (lot < 42)
    g_clear_pointer (&work->code, g_free);
  else if (lot < 48 && work->kind == PATAL_WORK_INDIVIDUAL)
    g_clear_pointer (&work->job_card, g_free);
  else if (lot < 60)
    g_clear_pointer (&work->village, g_free);
}

void
patal_demo_works_throw (PatalDemoWorks *works, const PatalDemoSite *site, PatalWork *out)
{
  PatalWorkKind kind = patal_demo_chance (&works->dice, 40) ? PATAL_WORK_INDIVIDUAL : PATAL_WORK_COMMUNITY;
  const Type *type = type_of (works, kind);

  patal_work_init (out);
  out->gp = site->id;
  out->scheme = MGNREGA;
  out->kind = kind;
  out->category = g_strdup (type->category);
  out->convergence = g_strdup (type->convergence);
  date_work (works, type, out);
  sanction_work (works, type, site, out);
  name_work (works, type, site, out);
  if (out->end != PATAL_DAY_NONE && !patal_demo_chance (&works->dice, 2)) /* of some the accounts are not settled yet */
    spend_on_work (works, out);
  buy_materials (works, type, out);
  number_work (works, type, site, out);
  place_work (works, type, site, out);
  spoil_work (works, out);
}
