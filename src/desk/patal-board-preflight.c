/* patal-board-preflight.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-job.h"
#include "patal-preflight.h"
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What is found on the layout, to be put among the findings. */
typedef struct
{
  GPtrArray              *findings;
  const PatalBoardLayout *layout;
} Search;

const char *
patal_board_work_field (const char *id)
{
  static const struct { const char *id, *field; } other[] = {
    { "work_name", "name_hi" }, { "work_code", "code" }, { "ts", "ts_no" }, { "as", "as_no" }, { "wage", "sanctioned.wage" },
    { "material", "sanctioned.material" }, { "total", "sanctioned.total" }, { "spent_wage", "spent.wage" },
    { "spent_material", "spent.material" }, { "spent_total", "spent.total" }, { "state", NULL }, { "district", NULL }, { "block", NULL },
    { "ombudsman", NULL }, { "helpline", NULL }, { "officer", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (other); i++)
    if (g_str_equal (other[i].id, id))
      return other[i].field;
  return g_intern_string (id);
}

G_GNUC_PRINTF (5, 6) static void
add (const Search *search, PatalFindingKind kind, PatalFindingWeight weight, const char *id, const char *format, ...)
{
  PatalFinding *finding = g_new0 (PatalFinding, 1);
  va_list args;

  va_start (args, format);
  finding->text = g_strdup_vprintf (format, args);
  va_end (args);
  finding->kind = kind;
  finding->weight = weight;
  finding->field = id != NULL ? patal_board_work_field (id) : NULL;
  g_ptr_array_add (search->findings, finding);
}

/* (transfer full): a label may stand on two lines. */
static char *
on_one_line (const char *label)
{
  return g_strdelimit (g_strdup (label), "\n", ' ');
}

/* Of many rows one is named: they have the same remedy. */
static void
find_small (const Search *search)
{
  const PatalBoardField *smallest = NULL;
  double needed_mm = patal_board_layout_least_letter_mm (search->layout);
  g_autofree char *label = NULL;
  guint n = 0;

  for (guint i = 0; i < patal_board_layout_n_fields (search->layout); i++)
    {
      const PatalBoardField *field = patal_board_layout_field (search->layout, i);

      if (!field->too_small)
        continue;
      n++;
      if (smallest == NULL || field->letter_mm < smallest->letter_mm)
        smallest = field;
    }
  if (n == 0)
    return;
  label = on_one_line (smallest->label);
  if (n == 1)
    add (search, PATAL_FINDING_SMALL, PATAL_FINDING_WARNS, smallest->id,
         /* Translators: a row's label, and heights of letters in millimetres */
         _("The letters of “%s” are %.1f mm high; to be read from where people stand they need %.1f mm. "
            "Shorten the text or choose a larger board."),
         label, smallest->letter_mm, needed_mm);
  else
    add (search, PATAL_FINDING_SMALL, PATAL_FINDING_WARNS, smallest->id,
         ngettext ("The letters of “%s” and one more row are down to %.1f mm high; to be read from where "
                   "people stand they need %.1f mm. "
                   "Choose a larger board.",
                   "The letters of “%s” and of more rows are down to %.1f mm high; to be read from where "
                   "people stand they need %.1f mm. "
                   "Choose a larger board.",
                   n - 1),
         label, smallest->letter_mm, needed_mm);
}

static void
find_cut (const Search *search)
{
  for (guint i = 0; i < patal_board_layout_n_fields (search->layout); i++)
    {
      const PatalBoardField *field = patal_board_layout_field (search->layout, i);
      g_autofree char *label = on_one_line (field->label);

      if (field->cut)
        add (search, PATAL_FINDING_LONG, PATAL_FINDING_STOPS, field->id,
             _("“%s” is longer than its row can hold, and is cut. Shorten it, or choose a larger board."), label);
    }
}

/* Whether the letters alone show it: the rest is among the findings already. */
static gboolean
is_new (const PatalTextFault *fault, const GArray *told)
{
  for (guint i = 0; i < told->len; i++)
    {
      const PatalTextFault *other = &g_array_index (told, PatalTextFault, i);

      if (other->kind == fault->kind && other->at == fault->at)
        return FALSE;
    }
  return TRUE;
}

static void
find_glyphs (const Search *search, PatalLang lang)
{
  PatalFace *face = patal_face (NULL, PATAL_WEIGHT_REGULAR, lang);

  for (guint i = 0; i < patal_board_layout_n_fields (search->layout); i++)
    {
      const PatalBoardField *field = patal_board_layout_field (search->layout, i);
      g_autoptr (GArray) faults = patal_preflight (face, field->value), told = patal_text_faults (field->value);

      for (guint f = 0; f < faults->len; f++)
        {
          const PatalTextFault *fault = &g_array_index (faults, PatalTextFault, f);
          g_autofree char *what = NULL, *label = NULL;

          if (!is_new (fault, told))
            continue;
          what = patal_text_fault_sentence (field->value, fault);
          label = on_one_line (field->label);
          /* Translators: a row's label, and a sentence on its text */
          add (search, PATAL_FINDING_GLYPH, PATAL_FINDING_STOPS, field->id, _("%s: %s"), label, what);
        }
    }
}

/* --- a size that is none for a board --- */

#define STEP_MM 10 /* of heights that are named */

/* Whether half of the rows that say something, or more, are too small to be read. */
static gboolean
is_unreadable (const PatalBoardLayout *layout)
{
  guint n_small = 0, n_said = 0;

  for (guint i = 0; i < patal_board_layout_n_fields (layout); i++)
    {
      const PatalBoardField *field = patal_board_layout_field (layout, i);

      n_said += field->value != NULL && *field->value != '\0';
      n_small += field->too_small;
    }
  return n_small > 0 && 2 * n_small >= n_said;
}

/* The least height, in steps, at which a board of @form and @width_mm can be read; 0: none. */
static double
least_height (PatalForm *form, double width_mm, double too_low_mm)
{
  double low = too_low_mm, high = PATAL_BOARD_MOST_MM;
  g_autoptr (PatalBoardLayout) highest = patal_board_layout_new (form, width_mm, high);

  if (is_unreadable (highest))
    return 0;
  while (high - low > STEP_MM)
    {
      double between = (low + high) / 2;
      g_autoptr (PatalBoardLayout) layout = patal_board_layout_new (form, width_mm, between);

      if (is_unreadable (layout))
        low = between;
      else
        high = between;
    }
  return STEP_MM * ceil (high / STEP_MM);
}

char *
patal_board_size_warning (PatalForm *form, double width_mm, double height_mm)
{
  g_autoptr (PatalBoardLayout) layout = patal_board_layout_new (form, width_mm, height_mm);
  double least_mm;

  if (!is_unreadable (layout))
    return NULL;
  least_mm = least_height (form, width_mm, height_mm);
  if (least_mm <= 0)
    return g_strdup_printf (_("On a board of %.0f × %.0f mm most letters are too small to be read from where people stand: "
                              "choose a wider one."), width_mm, height_mm);
  return g_strdup_printf (_("On a board of %.0f × %.0f mm most letters are too small to be read from where people stand: "
                            "it must be at least %.0f mm high."), width_mm, height_mm, least_mm);
}

static const PatalBoardField *
field_of (const PatalBoardLayout *layout, const char *id)
{
  for (guint i = 0; i < patal_board_layout_n_fields (layout); i++)
    if (g_str_equal (patal_board_layout_field (layout, i)->id, id))
      return patal_board_layout_field (layout, i);
  return NULL;
}

/* A row of the end that the first print left empty is filled by the overprint: that is no difference. */
static gboolean
is_filled_since (const PatalBoardField *kept, const PatalBoardField *now)
{
  return kept != NULL && now != NULL && kept->later && *kept->value == '\0' && *now->value != '\0'
         && memcmp (&kept->value_mm, &now->value_mm, sizeof kept->value_mm) == 0;
}

guint
patal_board_parts_told (const PatalBoardLayout *kept, const PatalBoardLayout *now, const GPtrArray *ids)
{
  guint parts = patal_board_layout_compare_parts (kept, now);

  return ids->len > 0 ? parts & ~(1u << PATAL_BOARD_PART_CODE) : parts;
}

const char *
patal_board_part_name (PatalBoardPart part)
{
  static const char *const names[PATAL_BOARD_N_PARTS] = {
    [PATAL_BOARD_PART_HEAD] = N_("the head of the board"),
    [PATAL_BOARD_PART_FOOT] = N_("the contacts at its foot"),
    [PATAL_BOARD_PART_LOGO] = N_("the logo"),
    [PATAL_BOARD_PART_COLOURS] = N_("the colours"),
    [PATAL_BOARD_PART_CODE] = N_("the QR code"),
    [PATAL_BOARD_PART_BACK] = N_("the back of the board"),
  };

  return names[part];
}

static void
find_other_parts (const Search *search, guint parts)
{
  for (guint part = 0; part < PATAL_BOARD_N_PARTS; part++)
    if ((parts & 1u << part) == 0)
      continue;
    else if (part == PATAL_BOARD_PART_LOGO)
      add (search, PATAL_FINDING_DIFFERS, PATAL_FINDING_WARNS, NULL,
           _("The logo is another one than on the first print. A logo that was replaced is not kept: the "
              "first print comes without it."));
    else
      add (search, PATAL_FINDING_DIFFERS, PATAL_FINDING_WARNS, NULL,
           /* Translators: %s: "the colours", "the head of the board" … */
           _("No more as it was first printed: %s. The first print stays as it is."),
           _(patal_board_part_name (part)));
}

static void
find_other_words (const Search *search, const PatalBoardField *before, const PatalBoardField *now)
{
  g_autofree char *label = on_one_line (before->label);

  add (search, PATAL_FINDING_DIFFERS, PATAL_FINDING_WARNS, before->id,
       /* Translators: a row's label; what stands on the board; what the record says now */
       _("“%s” is not as it was first printed. On the board: “%s”; in the record: “%s”."), label,
       before->value, now->value);
}

/* One row that is larger moves all others: they are told once. */
static void
find_moved (const Search *search, const PatalBoardField *moved, guint n)
{
  g_autofree char *label = moved != NULL ? on_one_line (moved->label) : NULL;

  if (n == 1)
    add (search, PATAL_FINDING_DIFFERS, PATAL_FINDING_WARNS, moved->id,
         _("“%s” stands elsewhere than it was first printed: the template or the font has changed. The "
            "first print stays as it is."),
         label);
  else if (n > 1)
    add (search, PATAL_FINDING_DIFFERS, PATAL_FINDING_WARNS, moved->id,
         ngettext ("%u row stands elsewhere than it was first printed: the template, the font or what is "
                   "around it has changed. The first print "
                   "stays as it is.",
                   "%u rows stand elsewhere than they were first printed: the template, the font or what is "
                   "around them has changed. The first "
                   "print stays as it is.",
                   n),
         n);
}

static void
find_differences (const Search *search, const PatalBoardFirst *first)
{
  g_autoptr (GPtrArray) ids = patal_board_layout_compare (first->kept, first->now);
  const PatalBoardField *moved = NULL;
  guint n_moved = 0;

  find_other_parts (search, patal_board_parts_told (first->kept, first->now, ids));
  for (guint i = 0; i < ids->len; i++)
    {
      const PatalBoardField *before = field_of (first->kept, ids->pdata[i]),
                            *now = field_of (first->now, ids->pdata[i]);

      if (is_filled_since (before, now))
        continue;
      if (before != NULL && now != NULL && !g_str_equal (before->value, now->value))
        find_other_words (search, before, now);
      else if (n_moved++ == 0)
        moved = before != NULL ? before : now;
    }
  find_moved (search, moved, n_moved);
}

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  const PatalFinding *x = *(PatalFinding *const *) a, *y = *(PatalFinding *const *) b;

  return (int) x->weight - (int) y->weight;
}

GPtrArray *
patal_board_preflight (const PatalBoardFacts *facts, const PatalTemplate *template, PatalBoardLang lang,
                       PatalDay today, const PatalBoardLayout *layout, const PatalBoardFirst *first)
{
  GPtrArray *findings = patal_board_findings (facts, template, lang, today);
  const Search search = { findings, layout };

  find_small (&search);
  find_cut (&search);
  find_glyphs (&search, patal_board_layout_lang (layout));
  if (first != NULL && first->damage != NULL)
    add (&search, PATAL_FINDING_DIFFERS, PATAL_FINDING_WARNS, NULL, "%s", first->damage);
  if (first != NULL && first->kept != NULL)
    find_differences (&search, first);
  g_ptr_array_sort (findings, compare_weights); /* g_ptr_array_sort is stable: within a weight as they were found */
  return findings;
}

gboolean
patal_board_warn_of_size (PatalDb *db, gint64 work, const PatalBoardOrder *order, char **warning, GError **error)
{
  g_autoptr (PatalBoardMaker) maker = NULL;
  g_auto (PatalBoardJob) job = { 0 };
  g_autoptr (PatalForm) form = NULL;

  *warning = NULL;
  if (order->width_mm <= 0)
    return TRUE;
  maker = patal_board_maker_new (db, order, error);
  if (maker == NULL || !patal_board_maker_read (maker, work, &job, error))
    return FALSE;
  form = patal_board_job_form (&job, maker, order->lang);
  *warning = patal_board_size_warning (form, order->width_mm, order->height_mm);
  return TRUE;
}

static GPtrArray *
findings_of (PatalBoardJob *job, const PatalBoardMaker *maker, PatalDay today)
{
  PatalBoardLang lang = patal_board_maker_order (maker)->lang;
  g_autoptr (PatalBoardLayout) kept = NULL, now = NULL, layout = NULL;
  g_autoptr (GError) error = NULL;

  if (job->printed != NULL)
    kept = patal_board_layout_from_text (job->printed, job->facts.logo, &error);
  if (kept != NULL)
    {
      /* in another size every row would stand elsewhere */
      job->width_mm = patal_board_layout_width_mm (kept);
      job->height_mm = patal_board_layout_height_mm (kept);
      now = patal_board_job_lay_out_anew (job, maker, patal_board_lang_of (kept));
    }
  layout = kept != NULL && patal_board_lang_of (kept) == lang
               ? patal_board_layout_ref (now)
               : patal_board_job_lay_out_anew (job, maker, lang);
  return patal_board_preflight (&job->facts, job->template, lang, today, layout,
                                &(PatalBoardFirst) { kept, now, error != NULL ? error->message : NULL });
}

gboolean
patal_board_check (PatalDb *db, const gint64 *works, guint n_works, const PatalBoardOrder *order,
                   PatalDay today, PatalBoardFound found, gpointer data, guint *office,
                   const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalBoardMaker) maker = patal_board_maker_new (db, order, error);

  *office = 0;
  if (maker == NULL)
    return FALSE;
  for (guint i = 0; i < n_works; i++)
    {
      g_auto (PatalBoardJob) job = { 0 };
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *name = NULL;

      if (!patal_progress_step (progress, i, n_works, error) || !patal_board_maker_read (maker, works[i], &job, error))
        return FALSE;
      *office |= patal_office_gaps (&job.facts);
      findings = findings_of (&job, maker, today);
      if (findings->len == 0)
        continue;
      name = patal_board_job_name (&job);
      found (works[i], name, findings, data);
    }
  return patal_progress_step (progress, n_works, n_works, error);
}
