/* patal-month-pages.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-month-pages.h"
#include "patal-batch.h"
#include "patal-both.h"
#include "patal-calendar.h"
#include "patal-frame.h"
#include "patal-month-sheet.h"
#include "patal-unit.h"
#include "patal-year-sheet.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_MONTHS 120
#define BESIDE " / "
#define BELOW "\n" /* in a day's place, which is narrow */
#define UNVERIFIED_SIGN "*"
#define HINDI_DAY "वार"

typedef struct
{
  GPtrArray  *sheets; /* of PatalMonthSheet */
  PatalWords *words;
  PatalBox    box;
  char       *title, *place, *marks_word, *note; /* of a year on one sheet */
} MonthPages;

/* What is the same for all months. */
typedef struct
{
  PatalWords    *words[2]; /* of the document's one language, or of both, Hindi first */
  PatalDb       *db;
  gint64         unit, scope; /* of the calendar; as it was asked for, 0: the whole file */
  char          *place;    /* (nullable) */
  PatalCalendar *calendar;
  GArray        *bars;     /* (nullable): of PatalBatchBar: those that are shown */
  gboolean       one_sheet;
} Maker;

static void
maker_clear (Maker *maker)
{
  for (guint i = 0; i < G_N_ELEMENTS (maker->words); i++)
    g_clear_pointer (&maker->words[i], patal_words_unref);
  g_free (maker->place);
  patal_calendar_free (maker->calendar);
  g_clear_pointer (&maker->bars, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Maker, maker_clear)

/* (transfer full) (nullable): what @say says in the document's one language, or in both. */
typedef char *(*Say) (const PatalWords *words, gconstpointer about);

static char *
in_words_with (const Maker *maker, Say say, gconstpointer about, const char *between)
{
  g_autofree char *first = say (maker->words[0], about);
  g_autofree char *second = maker->words[1] != NULL ? say (maker->words[1], about) : NULL;

  return patal_both (first, second, between);
}

static char *
in_words (const Maker *maker, Say say, gconstpointer about)
{
  return in_words_with (maker, say, about, BESIDE);
}

/* --- What is said --- */

static char *
say_message (const PatalWords *words, gconstpointer about)
{
  return g_strdup (patal_words_get (words, about));
}

static char *
say_month (const PatalWords *words, gconstpointer about)
{
  int year, month;

  patal_day_to_ymd (*(const PatalDay *) about, &year, &month, NULL);
  return g_strdup_printf ("%s %d", patal_month_name (month, patal_words_lang (words)), year);
}

static char *
say_year (const PatalWords *words, gconstpointer about)
{
  g_autofree char *label = patal_fy_label (patal_fy_of (*(const PatalDay *) about));

  return patal_label_text (PATAL_LABEL (N_("Financial year {1}"), label), words);
}

/* Of several months, for the title of the file. */
static char *
say_months (const PatalWords *words, gconstpointer about)
{
  const PatalSpan *span = about;
  g_autofree char *from = say_month (words, &span->from), *to = say_month (words, &span->to);

  /* Translators: a range of months: "अप्रैल 2026 से मार्च 2027" */
  return patal_label_text (PATAL_LABEL (N_("Calendar {1} to {2}"), from, to), words);
}

static char *
say_count (const PatalWords *words, gconstpointer about)
{
  const PatalDayCount *count = about;
  g_autofree char *working = g_strdup_printf ("%d", count->working), *off = g_strdup_printf ("%d", count->weekly_off);
  g_autofree char *holidays = g_strdup_printf ("%d", count->holidays), *blackouts = g_strdup_printf ("%d", count->blackouts);

  if (count->blackouts == 0)
    return patal_label_text (PATAL_LABEL (N_("Working days {1}, weekly days off {2}, holidays {3}"), working, off, holidays), words);
  return patal_label_text (PATAL_LABEL (N_("Working days {1}, weekly days off {2}, holidays {3}, blackout {4}"), working, off, holidays,
                                        blackouts), words);
}

static char *
say_weekday (const PatalWords *words, gconstpointer about)
{
  return g_strdup (patal_weekday_name (*(const PatalWeekday *) about, patal_words_lang (words)));
}

/* As it heads a narrow column: "सोम", "Mon". */
static char *
say_short_weekday (const PatalWords *words, gconstpointer about)
{
  const char *name = patal_weekday_name (*(const PatalWeekday *) about, patal_words_lang (words));

  if (patal_words_lang (words) == PATAL_LANG_EN)
    return g_utf8_substring (name, 0, 3);
  return g_strndup (name, strlen (name) - (g_str_has_suffix (name, HINDI_DAY) ? strlen (HINDI_DAY) : 0));
}

static char *
say_range (const PatalWords *words, gconstpointer about)
{
  return patal_span_format (*(const PatalSpan *) about, patal_words_lang (words));
}

/* The name of a holiday, or why there is a blackout. */
static char *
say_mark (const PatalWords *words, gconstpointer about)
{
  const PatalMark *mark = about;
  gboolean hindi = patal_words_lang (words) == PATAL_LANG_HI;
  const char *own = hindi ? mark->name_hi : mark->name_en, *other = hindi ? mark->name_en : mark->name_hi;
  const char *name = own != NULL ? own : other;

  if (name == NULL && mark->kind == PATAL_MARK_BLACKOUT)
    name = patal_words_get (words, patal_blackout_reason_title (mark->reason));
  return g_strdup (name);
}

static char *
say_batches (const PatalWords *words, gconstpointer about)
{
  return patal_label_text (PATAL_LABEL_N ("{n} batch", "{n} batches", *(const guint *) about), words);
}

static char *
say_wall (const PatalWords *words, gconstpointer about)
{
  g_autofree char *year = say_year (words, about);

  /* Translators: heads a year on one sheet: "कैलेंडर, वित्तीय वर्ष 2026-27" */
  return patal_label_text (PATAL_LABEL (N_("Calendar, {1}"), year), words);
}

/* Of a block on a day: "अकलतरा: बैच 4, 7". */
typedef struct
{
  PatalDb    *db;
  gint64      block;
  const char *numbers;
} BlockDay;

static char *
say_block_day (const PatalWords *words, gconstpointer about)
{
  const BlockDay *own = about;
  g_autofree char *block = patal_unit_name (own->db, own->block, patal_words_lang (words));

  /* Translators: in a day of a calendar on the wall: a block, and the numbers of its batches */
  return patal_label_text (PATAL_LABEL (N_("{1}: batch {2}"), block, own->numbers), words);
}

/* --- A month --- */

/* One that is called off, or has no day, is on none. */
static gboolean
bar_is_on (const PatalBatchBar *bar, PatalDay day)
{
  return bar->span.from != PATAL_DAY_NONE && bar->span.from <= day && bar->span.to >= day && bar->status != PATAL_BATCH_CANCELLED
         && bar->status != PATAL_BATCH_POSTPONED;
}

static void
add_block_day (const Maker *maker, PatalMonthSheet *sheet, PatalDay day, gint64 block)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < maker->bars->len; i++)
    {
      const PatalBatchBar *bar = &g_array_index (maker->bars, PatalBatchBar, i);

      if (bar->block == block && bar_is_on (bar, day))
        g_string_append_printf (numbers, "%s%d", numbers->len > 0 ? ", " : "", bar->no);
    }
  text = in_words_with (maker, say_block_day, &(BlockDay) { maker->db, block, numbers->str }, BELOW);
  patal_month_sheet_add_note (sheet, day, &(PatalDayNote) { text, NULL, FALSE });
}

/* On a sheet of a year there is room for numbers alone. */
static void
set_batches (const Maker *maker, PatalMonthSheet *sheet)
{
  PatalSpan days = patal_month_sheet_days (sheet);

  for (PatalDay day = days.from; maker->bars != NULL && day <= days.to; day++)
    {
      g_autoptr (GString) numbers = g_string_new (NULL);
      g_autofree char *count = NULL;
      guint n = 0;

      for (guint i = 0; i < maker->bars->len; i++)
        {
          const PatalBatchBar *bar = &g_array_index (maker->bars, PatalBatchBar, i);

          if (bar_is_on (bar, day))
            g_string_append_printf (numbers, "%s%d", n++ > 0 ? ", " : "", bar->no);
        }
      if (n == 0)
        continue;
      count = in_words_with (maker, say_batches, &n, BELOW);
      patal_month_sheet_set_batches (sheet, day, numbers->str, count);
    }
}

static void
add_batches (const Maker *maker, PatalMonthSheet *sheet)
{
  PatalSpan days = patal_month_sheet_days (sheet);

  for (PatalDay day = days.from; maker->bars != NULL && day <= days.to; day++)
    {
      g_autoptr (GHashTable) done = g_hash_table_new (g_int64_hash, g_int64_equal);

      for (guint i = 0; i < maker->bars->len; i++)
        {
          const PatalBatchBar *bar = &g_array_index (maker->bars, PatalBatchBar, i);

          if (bar_is_on (bar, day) && g_hash_table_add (done, (gpointer) &bar->block))
            add_block_day (maker, sheet, day, bar->block);
        }
    }
}

static void
add_holiday (const Maker *maker, PatalMonthSheet *sheet, const PatalMark *mark)
{
  g_autofree char *name = in_words_with (maker, say_mark, mark, BELOW);
  g_autofree char *kind = in_words (maker, say_message, patal_holiday_class_title (mark->klass));
  g_autofree char *text = g_strconcat (name, mark->verified ? NULL : UNVERIFIED_SIGN, NULL);

  patal_month_sheet_add_note (sheet, mark->span.from, &(PatalDayNote) { text, kind, mark->effect == PATAL_EFFECT_BLOCK });
}

static void
add_blackout (const Maker *maker, PatalMonthSheet *sheet, const PatalMark *mark)
{
  g_autofree char *text = in_words (maker, say_mark, mark), *range = in_words (maker, say_range, &mark->span);

  patal_month_sheet_add_span (sheet, &(PatalMonthSpan) { mark->span, text, range, mark->effect == PATAL_EFFECT_BLOCK });
}

static void
add_marks (const Maker *maker, PatalMonthSheet *sheet)
{
  PatalSpan days = patal_month_sheet_days (sheet);

  for (guint i = 0; i < patal_calendar_n_marks (maker->calendar); i++) /* of a day the strongest first */
    {
      const PatalMark *mark = patal_calendar_mark (maker->calendar, i);

      if (mark->span.from > days.to || mark->span.to < days.from)
        continue;
      if (mark->kind == PATAL_MARK_BLACKOUT)
        add_blackout (maker, sheet, mark);
      else
        add_holiday (maker, sheet, mark);
    }
}

static gboolean
has_unverified (const Maker *maker, PatalSpan days)
{
  for (guint i = 0; i < patal_calendar_n_marks (maker->calendar); i++)
    {
      const PatalMark *mark = patal_calendar_mark (maker->calendar, i);

      if (!mark->verified && mark->span.from <= days.to && mark->span.to >= days.from)
        return TRUE;
    }
  return FALSE;
}

static PatalMonthSheet *
make_sheet (const Maker *maker, int year, int month)
{
  PatalDay first = patal_day_from_ymd (year, month, 1);
  PatalSpan days = { first, patal_day_from_ymd (month < 12 ? year : year + 1, month < 12 ? month + 1 : 1, 1) - 1 };
  PatalDayCount count = patal_calendar_count (maker->calendar, days);
  g_autofree char *title = in_words (maker, say_month, &first), *year_line = in_words (maker, say_year, &first);
  g_autofree char *count_line = in_words (maker, say_count, &count), *off = in_words (maker, say_message, N_("Office closed"));
  g_autofree char *hard = in_words (maker, say_message, N_("Blackout")), *soft = in_words (maker, say_message, N_("Blackout that only warns"));
  g_autofree char *note = in_words (maker, say_message, N_("* Unverified: no order number confirms it yet."));
  PatalMonthFrame frame = { .year = year, .month = month, .title = title, .place = maker->place, .year_line = year_line,
                            .count_line = count_line, .off = patal_calendar_weekly_off (maker->calendar), .off_word = off,
                            .hard_word = hard, .soft_word = soft, .note = has_unverified (maker, days) ? note : NULL,
                            .lang = patal_words_lang (maker->words[0]) };
  char *weekdays[G_N_ELEMENTS (frame.weekdays)] = { NULL };
  PatalMonthSheet *sheet;

  for (PatalWeekday day = PATAL_MONDAY; day <= PATAL_SUNDAY; day++)
    frame.weekdays[day] = weekdays[day] = in_words_with (maker, maker->one_sheet ? say_short_weekday : say_weekday, &day, BELOW);
  sheet = patal_month_sheet_new (&frame);
  add_marks (maker, sheet);
  if (maker->one_sheet)
    set_batches (maker, sheet);
  else
    add_batches (maker, sheet);
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    g_free (weekdays[i]);
  return sheet;
}

/* --- All of them --- */

static void
month_pages_free (gpointer what)
{
  MonthPages *pages = what;

  g_ptr_array_unref (pages->sheets);
  patal_words_unref (pages->words);
  g_free (pages->title);
  g_free (pages->place);
  g_free (pages->marks_word);
  g_free (pages->note);
  g_free (pages);
}

static void
draw_month (gconstpointer what, PatalCanvas *canvas, guint page)
{
  const MonthPages *pages = what;
  const PatalMonthSheet *sheet = g_ptr_array_index (pages->sheets, page);

  if (pages->sheets->len > 1)
    patal_canvas_bookmark (canvas, 1, 0, patal_month_sheet_frame (sheet)->title);
  patal_month_sheet_draw (canvas, &pages->box, sheet, pages->words);
}

static void
draw_year (gconstpointer what, PatalCanvas *canvas, G_GNUC_UNUSED guint page)
{
  const MonthPages *pages = what;
  const PatalYearFrame frame = { pages->title, pages->place, pages->marks_word, pages->note };

  patal_year_sheet_draw (canvas, &pages->box, &frame, (const PatalMonthSheet *const *) pages->sheets->pdata, pages->sheets->len);
}

static gboolean
load_words (Maker *maker, PatalReportLang lang, GError **error)
{
  maker->words[0] = patal_desk_words (lang == PATAL_REPORT_EN ? PATAL_LANG_EN : PATAL_LANG_HI, error);
  if (maker->words[0] != NULL && lang == PATAL_REPORT_BOTH)
    maker->words[1] = patal_desk_words (PATAL_LANG_EN, error);
  return maker->words[0] != NULL && (lang != PATAL_REPORT_BOTH || maker->words[1] != NULL);
}

static gboolean
find_place (Maker *maker, const PatalMonthOrder *order, GError **error)
{
  char *places[2] = { NULL };
  gint64 scope;

  if (!patal_frame_scope (maker->db, &(PatalReportArgs) { .scope = order->scope }, &scope, error))
    return FALSE;
  maker->scope = scope;
  maker->unit = patal_calendar_unit (maker->db, scope);
  for (guint i = 0; i < G_N_ELEMENTS (maker->words) && maker->words[i] != NULL; i++)
    if (!patal_frame_head (maker->db, &(PatalReportArgs) { .words = maker->words[i] }, maker->unit, &places[i], NULL, error))
      {
        g_free (places[0]);
        return FALSE;
      }
  maker->place = patal_both (places[0], places[1], BESIDE);
  g_free (places[0]);
  g_free (places[1]);
  return TRUE;
}

static GPtrArray *
make_sheets (const Maker *maker, const PatalMonthOrder *order, const PatalProgress *progress, GError **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_month_sheet_free);

  for (guint i = 0; i < order->n_months; i++)
    {
      int month = order->month - 1 + (int) i;

      if (!patal_progress_step (progress, i, order->n_months, error))
        return NULL;
      g_ptr_array_add (sheets, make_sheet (maker, order->year + month / 12, month % 12 + 1));
    }
  return g_steal_pointer (&sheets);
}

/* What is to be shown, but for the sheets. */
static gboolean
read_days (Maker *maker, const PatalMonthOrder *order, PatalSpan span, GError **error)
{
  maker->calendar = patal_calendar_new (maker->db, maker->unit, span, error);
  if (maker->calendar != NULL && order->batches)
    maker->bars = patal_batch_bars (maker->db, &(PatalBatchFilter) { .within = maker->scope, .span = span, .status = PATAL_BATCH_ANY_STATUS },
                                    error);
  return maker->calendar != NULL && (!order->batches || maker->bars != NULL);
}

/* What a year on one sheet says besides its months. */
static void
say_around (const Maker *maker, const PatalSpan *span, MonthPages *pages)
{
  g_autofree char *unverified = has_unverified (maker, *span)
                                  ? in_words (maker, say_message, N_("* Unverified: no order number confirms it yet.")) : NULL;
  g_autofree char *batches = maker->bars != NULL ? in_words (maker, say_message, N_("Figures below a day are the numbers of its batches.")) : NULL;
  const char *first = batches != NULL ? batches : unverified, *second = batches != NULL ? unverified : NULL;

  pages->title = in_words (maker, say_wall, &span->from);
  pages->place = g_strdup (maker->place);
  pages->marks_word = in_words (maker, say_message, N_("Holidays and blackouts"));
  pages->note = second != NULL ? g_strdup_printf ("%s %s", first, second) : g_strdup (first);
}

PatalPages *
patal_month_pages (PatalDb *db, const PatalMonthOrder *order, const PatalProgress *progress, GError **error)
{
  g_auto (Maker) maker = { .db = db, .one_sheet = order->one_sheet };
  int last = order->month - 1 + (int) order->n_months;
  PatalSpan span = { patal_day_from_ymd (order->year, order->month, 1), patal_day_from_ymd (order->year + last / 12, last % 12 + 1, 1) - 1 };
  g_autofree char *title = NULL;
  PatalPdfInfo info = { .tagged = TRUE };
  GPtrArray *sheets;
  MonthPages *pages;

  g_return_val_if_fail (span.from != PATAL_DAY_NONE && span.to > span.from && order->n_months <= MOST_MONTHS, NULL);
  g_return_val_if_fail (!order->one_sheet || order->n_months <= 12, NULL);

  if (!load_words (&maker, order->lang, error) || !find_place (&maker, order, error) || !read_days (&maker, order, span, error))
    return NULL;
  sheets = make_sheets (&maker, order, progress, error);
  if (sheets == NULL)
    return NULL;
  title = order->n_months > 1 ? in_words (&maker, say_months, &span) : in_words (&maker, say_month, &span.from);
  info.title = title;
  info.author = maker.place;
  info.lang = patal_words_lang (maker.words[0]);
  pages = g_new0 (MonthPages, 1);
  *pages = (MonthPages) { .sheets = sheets, .words = patal_words_ref (maker.words[0]), .box = patal_sheet_box (&order->size) };
  if (order->one_sheet)
    say_around (&maker, &span, pages);
  return patal_pages_new (order->size, order->one_sheet ? 1 : order->n_months, &info, order->one_sheet ? draw_year : draw_month, pages,
                          month_pages_free);
}
