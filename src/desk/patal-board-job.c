/* patal-board-job.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-job.h"
#include "patal-desk.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define SAME_MM 0.05 /* sizes that differ by less are the same */

struct _PatalBoardMaker
{
  PatalDb          *db;
  PatalBoardOrder   order;
  char             *template_name; /* the order's, owned */
  PatalBoardReader *reader;
  PatalWords       *words[2];      /* [PatalLang] */
  PatalTemplate    *templates[PATAL_N_WORK_KINDS];
  PatalTemplate    *ends;          /* every field there is, empty until completion: the words of an overprint do not hang on today's template */
};

void
patal_board_maker_free (PatalBoardMaker *maker)
{
  if (maker == NULL)
    return;
  patal_board_reader_free (maker->reader);
  for (guint i = 0; i < G_N_ELEMENTS (maker->words); i++)
    g_clear_pointer (&maker->words[i], patal_words_unref);
  for (guint i = 0; i < G_N_ELEMENTS (maker->templates); i++)
    g_clear_pointer (&maker->templates[i], patal_template_unref);
  g_clear_pointer (&maker->ends, patal_template_unref);
  g_free (maker->template_name);
  g_free (maker);
}

void
patal_board_maker_close (PatalBoardMaker *maker)
{
  g_clear_pointer (&maker->reader, patal_board_reader_free);
  maker->db = NULL;
}

static PatalTemplate *
template_of_all_fields (void)
{
  g_autoptr (GString) text = g_string_new ("[board]\nname.en = all\n");
  g_autoptr (GPtrArray) faults = NULL;

  for (guint i = 0; i < patal_board_n_known; i++)
    g_string_append_printf (text, "[field %s]\nempty-until = completion\n", patal_board_known[i].id);
  return patal_template_parse (text->str, text->len, patal_board_known, patal_board_n_known, &faults);
}

PatalBoardMaker *
patal_board_maker_new (PatalDb *db, const PatalBoardOrder *order, GError **error)
{
  g_autoptr (PatalBoardMaker) maker = g_new0 (PatalBoardMaker, 1);

  maker->db = db;
  maker->order = *order;
  maker->order.template = maker->template_name = g_strdup (order->template);
  maker->ends = template_of_all_fields ();
  g_return_val_if_fail (maker->ends != NULL, NULL);
  for (PatalLang lang = PATAL_LANG_HI; lang <= PATAL_LANG_EN; lang++)
    {
      maker->words[lang] = patal_desk_words (lang, error);
      if (maker->words[lang] == NULL)
        return NULL;
    }
  maker->reader = patal_board_reader_new (db);
  return g_steal_pointer (&maker);
}

const PatalWords *
patal_board_maker_words (const PatalBoardMaker *maker, PatalLang lang)
{
  return maker->words[lang];
}

const PatalBoardOrder *
patal_board_maker_order (const PatalBoardMaker *maker)
{
  return &maker->order;
}

void
patal_board_job_clear (PatalBoardJob *job)
{
  patal_board_facts_clear (&job->facts);
  g_clear_pointer (&job->printed, g_free);
  g_clear_pointer (&job->layout, patal_board_layout_unref);
  g_clear_pointer (&job->form, patal_form_unref);
  g_clear_pointer (&job->differs, g_ptr_array_unref);
  g_clear_pointer (&job->damage, g_free);
}

gboolean
patal_board_maker_read (PatalBoardMaker *maker, gint64 work, PatalBoardJob *out, GError **error)
{
  g_auto (PatalBoardRecord) record = { 0 };
  PatalTemplate **template;
  const PatalTemplateFrame *frame;

  if (!patal_board_reader_read (maker->reader, work, &out->facts, error)
      || !patal_board_record_load (maker->db, work, &record, error))
    return FALSE;
  template = &maker->templates[out->facts.work.kind];
  if (*template == NULL)
    *template = patal_board_template (maker->db, maker->template_name, out->facts.work.kind, error);
  if (*template == NULL)
    return FALSE;
  frame = patal_template_frame (*template);
  out->template = *template;
  out->printed = g_steal_pointer (&record.printed);
  out->width_mm = maker->order.width_mm > 0 ? maker->order.width_mm : record.width_mm > 0 ? record.width_mm : frame->width_mm;
  out->height_mm = maker->order.width_mm > 0 ? maker->order.height_mm : record.width_mm > 0 ? record.height_mm : frame->height_mm;
  return TRUE;
}

/* --- Laying out --- */

PatalForm *
patal_board_job_form (const PatalBoardJob *job, const PatalBoardMaker *maker, PatalBoardLang lang)
{
  return patal_board_form (&job->facts, job->template, lang, maker->order.fill, maker->words);
}

PatalBoardLayout *
patal_board_job_lay_out_anew (const PatalBoardJob *job, const PatalBoardMaker *maker, PatalBoardLang lang)
{
  g_autoptr (PatalForm) form = patal_board_job_form (job, maker, lang);

  return patal_board_layout_new (form, job->width_mm, job->height_mm);
}

static gboolean
is_size (const PatalBoardLayout *layout, double width_mm, double height_mm)
{
  return ABS (patal_board_layout_width_mm (layout) - width_mm) < SAME_MM
         && ABS (patal_board_layout_height_mm (layout) - height_mm) < SAME_MM;
}

PatalBoardLang
patal_board_lang_of (const PatalBoardLayout *layout)
{
  if (patal_board_layout_is_bilingual (layout))
    return PATAL_BOARD_BOTH;
  return patal_board_layout_lang (layout) == PATAL_LANG_HI ? PATAL_BOARD_HI : PATAL_BOARD_EN;
}

static const char *
value_in (const PatalForm *form, const char *id)
{
  for (guint i = 0; i < patal_form_n_fields (form); i++)
    if (g_str_equal (patal_form_field (form, i)->id, id))
      return patal_form_field (form, i)->value;
  return NULL;
}

/* Whether an order can be carried out with what is kept. */
static gboolean
is_asked (const PatalBoardLayout *kept, const PatalBoardOrder *order)
{
  return (order->width_mm <= 0 || is_size (kept, order->width_mm, order->height_mm))
         && patal_board_lang_of (kept) == order->lang;
}

/* What the end-dated rows of a first print get. */
typedef struct
{
  PatalForm *all;      /* the words that they have; those that had none, what is known today */
  PatalForm *new_only; /* without what stands on the board already */
  guint      n_later, n_filled, n_new; /* rows: all, with words in the first print, with words now that it has not */
} Ends;

static void
ends_clear (Ends *ends)
{
  g_clear_pointer (&ends->all, patal_form_unref);
  g_clear_pointer (&ends->new_only, patal_form_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ends, ends_clear)

static void
find_ends (const PatalBoardJob *job, const PatalBoardMaker *maker, const PatalBoardLayout *kept, Ends *ends)
{
  g_autoptr (PatalForm) known = patal_board_form (&job->facts, maker->ends, patal_board_lang_of (kept),
                                                  maker->order.fill, maker->words);

  *ends = (Ends) { .all = patal_form_new (patal_form_frame (known)), .new_only = patal_form_new (patal_form_frame (known)) };
  for (guint i = 0; i < patal_board_layout_n_fields (kept); i++)
    {
      const PatalBoardField *field = patal_board_layout_field (kept, i);
      PatalFormField end = { .id = field->id, .label = field->label, .weight = 1, .share = 1, .later = TRUE };
      gboolean filled = *field->value != '\0';

      if (!field->later)
        continue;
      if (maker->order.fill == PATAL_BOARD_AT_START && maker->order.kind != PATAL_BOARD_OVERPRINT)
        end.value = NULL;
      else
        end.value = filled ? field->value : value_in (known, field->id);
      patal_form_add (ends->all, &end);
      ends->n_later++;
      ends->n_filled += filled;
      ends->n_new += !filled && end.value != NULL && *end.value != '\0';
      if (filled)
        end.value = NULL;
      patal_form_add (ends->new_only, &end);
    }
}

static const char *
label_in (const PatalBoardLayout *layout, const char *id)
{
  for (guint i = 0; i < patal_board_layout_n_fields (layout); i++)
    if (g_str_equal (patal_board_layout_field (layout, i)->id, id))
      return patal_board_layout_field (layout, i)->label;
  return NULL;
}

/* The first print, filled, beside what today's record, template and font make in its size and language. */
static void
compare (PatalBoardJob *job, const PatalBoardMaker *maker, const PatalBoardLayout *filled)
{
  g_autoptr (PatalForm) form = patal_board_job_form (job, maker, patal_board_lang_of (filled));
  g_autoptr (PatalBoardLayout) now = patal_board_layout_new (form, patal_board_layout_width_mm (filled),
                                                             patal_board_layout_height_mm (filled));
  g_autoptr (GPtrArray) ids = patal_board_layout_compare (filled, now);
  guint parts = patal_board_parts_told (filled, now, ids);

  if (ids->len == 0 && parts == 0)
    return;
  job->told |= 1u << PATAL_BOARD_TOLD_DIFFERS;
  job->differs = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *label = label_in (filled, ids->pdata[i]);

      if (label == NULL)
        label = label_in (now, ids->pdata[i]);
      g_ptr_array_add (job->differs, g_strdelimit (g_strdup (label != NULL ? label : ids->pdata[i]), "\n", ' '));
    }
  for (guint part = 0; part < PATAL_BOARD_N_PARTS; part++)
    if ((parts & 1u << part) != 0)
      g_ptr_array_add (job->differs, g_strdup (_(patal_board_part_name (part))));
}

static void
lay_out_kept (PatalBoardJob *job, const PatalBoardMaker *maker, const PatalBoardLayout *kept)
{
  const PatalBoardOrder *order = &maker->order;
  g_auto (Ends) ends = { 0 };
  g_autoptr (PatalBoardLayout) filled = NULL;

  find_ends (job, maker, kept, &ends);
  if (order->kind == PATAL_BOARD_OVERPRINT && ends.n_new == 0)
    {
      job->told |= 1u << (ends.n_later == ends.n_filled ? PATAL_BOARD_TOLD_FILLED : PATAL_BOARD_TOLD_NOT_COMPLETED);
      return;
    }
  filled = patal_board_layout_fill_later (kept, ends.all);
  compare (job, maker, filled);
  if (!is_asked (kept, order))
    job->told |= 1u << PATAL_BOARD_TOLD_ASKED;
  if (order->kind == PATAL_BOARD_OVERPRINT && ends.n_filled > 0)
    job->layout = patal_board_layout_fill_later (kept, ends.new_only);
  else
    job->layout = g_steal_pointer (&filled);
}

static void
note_cut (PatalBoardJob *job, PatalBoardKind kind)
{
  for (guint i = 0; i < patal_board_layout_n_fields (job->layout); i++)
    {
      const PatalBoardField *field = patal_board_layout_field (job->layout, i);

      if (field->cut && (kind != PATAL_BOARD_OVERPRINT || field->later))
        job->told |= 1u << PATAL_BOARD_TOLD_CUT;
    }
}

/* (transfer full) (nullable): the first print, where the order is to be carried out with it. */
static PatalBoardLayout *
read_kept (PatalBoardJob *job, const PatalBoardOrder *order)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalBoardLayout) kept = NULL;

  if (job->printed == NULL)
    return NULL;
  kept = patal_board_layout_from_text (job->printed, job->facts.logo, &error);
  if (kept == NULL)
    {
      job->damage = g_strdup (error->message);
      job->told |= 1u << PATAL_BOARD_TOLD_DAMAGED;
      return NULL;
    }
  if (order->kind == PATAL_BOARD_OVERPRINT || (order->template == NULL && is_asked (kept, order)))
    return g_steal_pointer (&kept);
  if (order->kind != PATAL_BOARD_PROOF) /* which is a try, and does not hang at the site */
    job->told |= 1u << PATAL_BOARD_TOLD_ANEW;
  return NULL;
}

void
patal_board_job_lay_out (PatalBoardJob *job, const PatalBoardMaker *maker)
{
  PatalBoardKind kind = maker->order.kind;
  g_autoptr (PatalBoardLayout) kept = read_kept (job, &maker->order);

  if (kept != NULL)
    lay_out_kept (job, maker, kept);
  else if (kind != PATAL_BOARD_OVERPRINT)
    {
      job->office = patal_office_gaps (&job->facts);
      job->form = patal_board_job_form (job, maker, maker->order.lang);
      job->layout = patal_board_layout_new (job->form, job->width_mm, job->height_mm);
    }
  else if (job->damage == NULL)
    job->told |= 1u << PATAL_BOARD_TOLD_NO_PRINT;
  if (job->layout != NULL)
    note_cut (job, kind);
}

/* --- What is told --- */

void
patal_board_tally_clear (PatalBoardTally *tally)
{
  g_clear_pointer (&tally->notes, g_ptr_array_unref);
  patal_board_faults_clear (&tally->faults);
}

char *
patal_board_job_name (const PatalBoardJob *job)
{
  const PatalWork *work = &job->facts.work;
  const char *gp = job->facts.gp[PATAL_LANG_HI] != NULL ? job->facts.gp[PATAL_LANG_HI] : job->facts.gp[PATAL_LANG_EN];

  /* Translators: a work and its gram panchayat, at the beginning of a line: “सी.सी. रोड”, बम्हनी */
  return g_strdup_printf (_("“%s”, %s"), work->name_hi != NULL ? work->name_hi : work->name_en, gp);
}

static char *
sentence (const PatalBoardJob *job, PatalBoardTold told)
{
  g_autofree char *fields = NULL;

  switch (told)
    {
    case PATAL_BOARD_TOLD_NO_PRINT:
      return g_strdup (_("No first print of this board is kept, so there is nothing to print over. "
                         "Print the board for the site first: at full size, or the painter's sheet."));
    case PATAL_BOARD_TOLD_NOT_COMPLETED:
      return g_strdup (_("The work is not completed yet, or nothing is entered of its end: there is nothing to print over."));
    case PATAL_BOARD_TOLD_FILLED:
      return g_strdup (_("The first print has the rows of the end filled already: there is nothing to print over."));
    case PATAL_BOARD_TOLD_NO_BACK:
      return g_strdup (_("The board has no back to print: its template says nothing of one."));
    case PATAL_BOARD_TOLD_DIFFERS:
      g_ptr_array_add (job->differs, NULL);
      fields = g_strjoinv (", ", (char **) job->differs->pdata);
      g_ptr_array_set_size (job->differs, (int) job->differs->len - 1);
      return g_strdup_printf (_("Printed as the first print was. By now these differ from it: %s"), fields);
    case PATAL_BOARD_TOLD_ASKED:
      return g_strdup (_("Printed in the size and the language of the first print, not in those asked for."));
    case PATAL_BOARD_TOLD_ANEW:
      return g_strdup (_("Drawn anew as it is asked for, not as the first print was; what is printed over "
                          "it later goes by the first print."));
    case PATAL_BOARD_TOLD_DAMAGED:
      return job->layout == NULL ? g_strdup (job->damage)
                                 : g_strdup_printf (_("%s It is drawn anew here."), job->damage);
    case PATAL_BOARD_TOLD_CUT:
    default:
      return g_strdup (_("A text is longer than its row can hold, and was cut. Shorten it, or choose a larger board."));
    }
}

void
patal_board_tally_add (PatalBoardTally *tally, const PatalBoardJob *job, guint n_pages)
{
  guint told = job->told | (job->layout != NULL && n_pages == 0 ? 1u << PATAL_BOARD_TOLD_NO_BACK : 0);

  tally->n_boards += n_pages > 0;
  tally->office |= job->office;
  tally->n_pages += n_pages;
  for (guint i = 0; i < PATAL_BOARD_N_TOLD; i++)
    {
      g_autofree char *board = NULL, *what = NULL;

      if ((told & 1u << i) == 0)
        continue;
      tally->told[i]++;
      if (tally->notes == NULL)
        tally->notes = g_ptr_array_new_with_free_func (g_free);
      if (tally->notes->len >= PATAL_BOARD_MOST_NOTES)
        continue;
      board = patal_board_job_name (job);
      what = sentence (job, (PatalBoardTold) i);
      g_ptr_array_add (tally->notes, g_strdup_printf ("%s: %s", board, what));
    }
}
