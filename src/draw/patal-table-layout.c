/* patal-table-layout.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-table-layout.h"
#include <math.h>
#include <string.h>

#define LARGEST_PT 9.5
#define SMALLEST_PT 7.0      /* what an officer still reads without glasses */
#define SMALLEST_UPRIGHT 8.5 /* below that the sheet is turned, if it may be */
#define STEP_PT 0.5
#define LEADING 1.45
#define LINES_ACCEPTED 2.0   /* a name may be broken that often, before the letters get smaller */
#define WIDEST_ASKED 160.0   /* of a column of long texts: they may have more lines */
#define UNBROKEN 72.0        /* so wide a column of words is never broken: one such word in two lines makes every row higher */
#define SIGNATURES_HEIGHT 64
#define SIGNED_WIDTH 90.0    /* of the last column where rows are signed: a name by hand */
#define MEASURED_PT 10.0     /* widths grow with the size, so one measuring does for all */

PatalTextStyle
patal_table_layout_style (const PatalTableLayout *layout, PatalWeight weight)
{
  return (PatalTextStyle) { .weight = weight, .size_pt = layout->text_pt, .leading = LEADING,
                            .lang = patal_table_frame (layout->table)->lang };
}

static gboolean
is_text (const PatalTable *table, guint column)
{
  PatalColumnType type = patal_table_column (table, column)->type;

  return type == PATAL_COLUMN_TEXT || type == PATAL_COLUMN_CODE;
}

const char *
patal_table_layout_text (const PatalTable *table, guint row, guint column, char **to_free)
{
  if (is_text (table, column))
    {
      PatalCell cell = patal_table_cell (table, row, column);

      if (!cell.unverified)
        return cell.text != NULL ? cell.text : "";
    }
  return *to_free = patal_table_cell_text (table, row, column);
}

/* --- Columns --- */

/* What a column asks for, at MEASURED_PT. */
typedef struct
{
  double natural; /* nothing is broken */
  double least;   /* no word is broken */
  double sum;     /* of what all its texts would take in one line */
} Wish;

static void
widen_line (Wish *wish, const char *text, const PatalTextStyle *style, gboolean wraps)
{
  double natural = patal_text_width (text, style);

  wish->natural = MAX (wish->natural, natural);
  wish->sum += natural;
  /* the parts of a text cannot be wider than the whole */
  if (natural > wish->least)
    wish->least = MAX (wish->least, wraps ? patal_text_min_width (text, style) : natural);
}

/* A text may have lines of its own: Hindi, and below it English. */
static void
widen (Wish *wish, const char *text, const PatalTextStyle *style, gboolean wraps)
{
  g_auto (GStrv) lines = NULL;

  if (strchr (text, '\n') == NULL)
    {
      widen_line (wish, text, style, wraps);
      return;
    }
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    widen_line (wish, lines[i], style, wraps);
}

static gboolean
is_wrapping (PatalColumnType type)
{
  return type == PATAL_COLUMN_TEXT;
}

static PatalAlign
align_of (PatalColumnType type)
{
  switch (type)
    {
    case PATAL_COLUMN_TEXT:
    case PATAL_COLUMN_CODE:
    case PATAL_COLUMN_DAY:
      return PATAL_ALIGN_START;
    case PATAL_COLUMN_YES_NO:
      return PATAL_ALIGN_CENTER;
    case PATAL_COLUMN_SERIAL:
    case PATAL_COLUMN_INTEGER:
    case PATAL_COLUMN_MONEY:
    case PATAL_COLUMN_PERCENT:
    case PATAL_COLUMN_DEGREES:
    default:
      return PATAL_ALIGN_END;
    }
}

static Wish *
measure_columns (PatalTableLayout *layout, const PatalProgress *progress, GError **error)
{
  PatalTable *table = layout->table;
  guint n_columns = patal_table_n_columns (table), n_rows = patal_table_n_rows (table);
  PatalTextStyle style = { .weight = PATAL_WEIGHT_REGULAR, .size_pt = MEASURED_PT, .lang = patal_table_frame (table)->lang };
  PatalTextStyle bold = style;
  g_autofree Wish *wishes = g_new0 (Wish, n_columns);

  bold.weight = PATAL_WEIGHT_BOLD;
  for (guint c = 0; c < n_columns; c++)
    {
      const PatalColumn *column = patal_table_column (table, c);
      g_autofree char *total = patal_table_total_text (table, c);
      Wish title = { 0 };

      widen (&title, column->title, &bold, TRUE);
      widen (&wishes[c], total, &bold, FALSE);
      wishes[c].least = MAX (wishes[c].least, title.least);
      wishes[c].natural = MAX (wishes[c].natural, title.least);
    }
  for (guint r = 0; r < n_rows; r++)
    {
      if (!patal_progress_step (progress, r, n_rows, error))
        return NULL;
      for (guint c = 0; c < n_columns; c++)
        {
          g_autofree char *made = NULL;

          widen (&wishes[c], patal_table_layout_text (table, r, c, &made), &style, layout->columns[c].wraps);
        }
    }
  if (layout->least_row > 0)
    wishes[n_columns - 1].least = MAX (wishes[n_columns - 1].least, SIGNED_WIDTH);
  return g_steal_pointer (&wishes);
}

/* Without its padding, at MEASURED_PT: what one can live with. */
static double
accepted_width (const PatalTableLayout *layout, const Wish *wish, guint c)
{
  double lines = MIN (wish->natural / LINES_ACCEPTED, WIDEST_ASKED);

  return layout->columns[c].wraps ? MAX (MAX (lines, wish->least), MIN (wish->natural, UNBROKEN)) : wish->natural;
}

/* Of all columns, with their padding: as @least they are with no word broken, else as one can live with. */
static double
sum_of_widths (const PatalTableLayout *layout, const Wish *wishes, double size_pt, gboolean least)
{
  double sum = 0;

  for (guint c = 0; c < patal_table_n_columns (layout->table); c++)
    sum += (least ? wishes[c].least : accepted_width (layout, &wishes[c], c)) * size_pt / MEASURED_PT
           + 2 * PATAL_CELL_PAD_X;
  return sum;
}

double
patal_table_layout_room (const PatalTableLayout *layout)
{
  return layout->size.width - 2 * layout->size.margin;
}

static gboolean
find_size (PatalTableLayout *layout, const Wish *wishes, double smallest)
{
  for (layout->text_pt = LARGEST_PT; layout->text_pt >= smallest; layout->text_pt -= STEP_PT)
    if (sum_of_widths (layout, wishes, layout->text_pt, FALSE) <= patal_table_layout_room (layout))
      return TRUE;
  layout->text_pt = smallest;
  return FALSE;
}

static void
choose_sheet (PatalTableLayout *layout, const PatalTableSetup *setup, const Wish *wishes)
{
  guint n_columns = patal_table_n_columns (layout->table);
  double least, pads = 2.0 * PATAL_CELL_PAD_X * n_columns;

  if (setup->turn == PATAL_TURN_AUTO)
    {
      layout->size = patal_sheet_size (setup->paper, PATAL_TURN_PORTRAIT);
      if (find_size (layout, wishes, SMALLEST_UPRIGHT))
        return;
    }
  layout->size = patal_sheet_size (setup->paper, setup->turn == PATAL_TURN_AUTO ? PATAL_TURN_LANDSCAPE : setup->turn);
  if (find_size (layout, wishes, SMALLEST_PT))
    return;
  least = sum_of_widths (layout, wishes, SMALLEST_PT, TRUE);
  if (least > patal_table_layout_room (layout)) /* too many columns for this sheet: small and whole is better than cut off */
    layout->text_pt = SMALLEST_PT * MAX (patal_table_layout_room (layout) - pads, 1) / (least - pads);
}

/* Of the room that is left: a column that has much to say in most rows gains more by it than one with a single long remark. */
static double
claim (const PatalTableLayout *layout, const Wish *wish, guint c)
{
  return wish->natural > accepted_width (layout, wish, c) ? wish->sum : 0;
}

/* Columns that wrap give way as far as their words allow where there is too little room, and where there is more, get it as far as they
 * wish; what then is left makes the table as wide as the page. */
static void
set_widths (PatalTableLayout *layout, const Wish *wishes)
{
  guint n_columns = patal_table_n_columns (layout->table);
  double scale = layout->text_pt / MEASURED_PT, all = 0;
  double least = sum_of_widths (layout, wishes, layout->text_pt, TRUE);
  double accepted = sum_of_widths (layout, wishes, layout->text_pt, FALSE);
  double share = accepted > least ? CLAMP ((patal_table_layout_room (layout) - least) / (accepted - least), 0, 1) : 1;
  double left = MAX (patal_table_layout_room (layout) - accepted, 0) / scale, claims = 0;

  for (guint c = 0; c < n_columns; c++)
    claims += claim (layout, &wishes[c], c);
  for (guint c = 0; c < n_columns; c++)
    {
      double own = accepted_width (layout, &wishes[c], c);
      double more = claims > 0 ? MIN (wishes[c].natural - own, left * claim (layout, &wishes[c], c) / claims) : 0;

      layout->columns[c].width = (wishes[c].least + (own - wishes[c].least) * share + MAX (more, 0)) * scale
                                 + 2 * PATAL_CELL_PAD_X;
      all += layout->columns[c].width;
    }
  for (guint c = 0; c < n_columns; c++)
    layout->columns[c].width *= patal_table_layout_room (layout) / all;
}

/* --- Bands --- */

double
patal_table_layout_line (const PatalTableLayout *layout)
{
  return layout->text_pt * LEADING + 2 * PATAL_CELL_PAD_Y;
}

static double
cell_height (const PatalTableLayout *layout, const char *text, const PatalTextStyle *style, guint c)
{
  double width = layout->columns[c].width - 2 * PATAL_CELL_PAD_X;
  g_autoptr (PatalParagraph) paragraph = NULL;

  if (*text == '\0' || (strchr (text, '\n') == NULL && patal_text_width (text, style) <= width))
    return patal_table_layout_line (layout);
  paragraph = patal_paragraph_new (text, style, width);
  return patal_paragraph_height (paragraph) + 2 * PATAL_CELL_PAD_Y;
}

static double
row_height (const PatalTableLayout *layout, const PatalTextStyle *style, guint r)
{
  double height = MAX (patal_table_layout_line (layout), layout->least_row);

  for (guint c = 0; c < patal_table_n_columns (layout->table); c++)
    {
      g_autofree char *made = NULL;

      if (is_text (layout->table, c))
        height = MAX (height, cell_height (layout, patal_table_layout_text (layout->table, r, c, &made), style, c));
    }
  return height;
}

static double
titles_height (const PatalTableLayout *layout)
{
  PatalTextStyle style = patal_table_layout_style (layout, PATAL_WEIGHT_BOLD);
  double height = patal_table_layout_line (layout);

  for (guint c = 0; c < patal_table_n_columns (layout->table); c++)
    {
      g_autoptr (PatalParagraph) title = patal_paragraph_new (patal_table_column (layout->table, c)->title, &style,
                                                              layout->columns[c].width - 2 * PATAL_CELL_PAD_X);

      height = MAX (height, patal_paragraph_height (title) + 2 * PATAL_CELL_PAD_Y);
    }
  return height;
}

static void
add_band (PatalTableLayout *layout, PatalBandKind kind, guint index, double height)
{
  /* What is higher than a page is cut: nothing but a text of many pages in one cell is. */
  double most = layout->size.height - 2 * layout->size.margin - layout->head_height - 2 * patal_table_layout_line (layout)
                - layout->title_height;
  PatalBand band = { kind, index, (float) MIN (height, most) };

  g_array_append_val (layout->bands, band);
}

static double
note_height (const PatalTableLayout *layout)
{
  PatalTextStyle style = patal_table_layout_style (layout, PATAL_WEIGHT_REGULAR);
  g_autoptr (PatalParagraph) note = NULL;

  style.size_pt = PATAL_NOTE_PT;
  note = patal_paragraph_new (patal_table_frame (layout->table)->note, &style, patal_table_layout_room (layout));
  return patal_paragraph_height (note) + 4 * PATAL_CELL_PAD_Y;
}

static gboolean
add_rows (PatalTableLayout *layout, const PatalProgress *progress, GError **error)
{
  PatalTable *table = layout->table;
  PatalTextStyle style = patal_table_layout_style (layout, PATAL_WEIGHT_REGULAR);
  guint n_rows = patal_table_n_rows (table), n_groups = patal_table_n_groups (table), group = 0;
  double line = patal_table_layout_line (layout);
  gboolean totals = patal_table_has_total (table);

  for (guint r = 0; r < n_rows; r++)
    {
      if (!patal_progress_step (progress, r, n_rows, error))
        return FALSE;
      while (group < n_groups && patal_table_group (table, group).first_row == r && patal_table_group (table, group).n_rows == 0)
        group++; /* a group without rows is not shown */
      if (group < n_groups && patal_table_group (table, group).first_row == r)
        add_band (layout, PATAL_BAND_GROUP, group, line);
      add_band (layout, PATAL_BAND_ROW, r, row_height (layout, &style, r));
      if (group < n_groups && patal_table_group (table, group).first_row + patal_table_group (table, group).n_rows == r + 1)
        {
          if (totals)
            add_band (layout, PATAL_BAND_SUBTOTAL, group, line);
          group++;
        }
    }
  return TRUE;
}

static gboolean
has_signatures (const PatalTable *table)
{
  const PatalTableFrame *frame = patal_table_frame (table);

  for (guint i = 0; i < G_N_ELEMENTS (frame->signatures); i++)
    if (frame->signatures[i] != NULL)
      return TRUE;
  return FALSE;
}

static void
add_foot (PatalTableLayout *layout)
{
  PatalTable *table = layout->table;

  if (patal_table_n_rows (table) == 0)
    add_band (layout, PATAL_BAND_EMPTY, 0, 2 * patal_table_layout_line (layout));
  else if (patal_table_has_total (table))
    add_band (layout, PATAL_BAND_TOTAL, 0, patal_table_layout_line (layout));
  if (patal_table_frame (table)->note != NULL)
    add_band (layout, PATAL_BAND_NOTE, 0, note_height (layout));
  if (has_signatures (table))
    add_band (layout, PATAL_BAND_SIGNATURES, 0, SIGNATURES_HEIGHT);
}

/* --- Pages --- */

double
patal_table_layout_top (const PatalTableLayout *layout, guint page)
{
  return layout->size.margin + (page == 0 ? layout->title_height : 0);
}

double
patal_table_layout_body (const PatalTableLayout *layout, guint page)
{
  return layout->size.height - layout->size.margin - patal_table_layout_top (layout, page) - layout->head_height;
}

static const PatalBand *
band_at (const PatalTableLayout *layout, guint i)
{
  return &g_array_index (layout->bands, PatalBand, i);
}

/* Whether a page may end before band @i. */
static gboolean
may_break (const PatalTableLayout *layout, guint i)
{
  return (band_at (layout, i)->kind == PATAL_BAND_ROW || band_at (layout, i)->kind == PATAL_BAND_GROUP)
         && band_at (layout, i - 1)->kind != PATAL_BAND_GROUP;
}

/* The bands from @first that fit in @room; as few as one, so that every page goes on. */
static guint
fill_page (const PatalTableLayout *layout, guint first, double room)
{
  double used = 0;
  guint end = first, good;

  while (end < layout->bands->len && used + band_at (layout, end)->height <= room)
    used += band_at (layout, end++)->height;
  if (end == layout->bands->len)
    return end - first;
  for (good = end; good > first && !may_break (layout, good); good--)
    ;
  return MAX (good > first ? good - first : end - first, 1);
}

static void
divide (PatalTableLayout *layout)
{
  gboolean totals = patal_table_has_total (layout->table);
  guint first = 0, rows = 0, n_columns = patal_table_n_columns (layout->table);

  while (first < layout->bands->len)
    {
      PatalPageBands page = { .first_band = first, .rows_before = rows };
      double body = patal_table_layout_body (layout, layout->pages->len);
      gboolean brought = totals && rows > 0;

      page.n_bands = fill_page (layout, first, body - (brought ? patal_table_layout_line (layout) : 0));
      if (totals && first + page.n_bands < layout->bands->len) /* room for what is carried over */
        {
          page.n_bands = fill_page (layout, first, body - (brought ? 2 : 1) * patal_table_layout_line (layout));
          page.carries = TRUE;
        }
      for (guint c = 0; c < n_columns; c++)
        {
          gboolean counts = patal_table_column (layout->table, c)->total != PATAL_TOTAL_NONE;
          const PatalPageBands *last = layout->pages->len > 0
            ? &g_array_index (layout->pages, PatalPageBands, layout->pages->len - 1) : NULL;
          guint from = last != NULL ? last->rows_before : 0;
          gint64 before = last != NULL ? g_array_index (layout->sums, gint64, layout->sums->len - n_columns) : 0;
          gint64 sum = counts ? before + patal_table_sum (layout->table, c, from, rows - from) : 0;

          g_array_append_val (layout->sums, sum);
        }
      g_array_append_val (layout->pages, page);
      for (guint i = first; i < first + page.n_bands; i++)
        rows += band_at (layout, i)->kind == PATAL_BAND_ROW;
      first += page.n_bands;
    }
}

PatalTableLayout *
patal_table_layout_new (const PatalTable *table, const PatalTableSetup *setup, PatalWords *words, const PatalProgress *progress,
                        GError **error)
{
  g_autoptr (PatalTableLayout) layout = g_new0 (PatalTableLayout, 1);
  g_autofree Wish *wishes = NULL;
  PatalProgressPart part;

  layout->table = patal_table_ref ((PatalTable *) table); /* counting it changes nothing of it */
  layout->words = patal_words_ref (words);
  layout->least_row = setup->row_mm * PATAL_PT_PER_MM;
  layout->columns = g_new0 (PatalColumnLayout, patal_table_n_columns (table));
  layout->bands = g_array_new (FALSE, FALSE, sizeof (PatalBand));
  layout->pages = g_array_new (FALSE, FALSE, sizeof (PatalPageBands));
  layout->sums = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint c = 0; c < patal_table_n_columns (table); c++)
    {
      layout->columns[c].wraps = is_wrapping (patal_table_column (table, c)->type);
      layout->columns[c].align = align_of (patal_table_column (table, c)->type);
      if (patal_table_column (table, c)->total != PATAL_TOTAL_NONE)
        layout->columns[c].first_entry = patal_table_first_entry (table, c, 0, patal_table_n_rows (table));
    }
  wishes = measure_columns (layout, patal_progress_part (&part, progress, 0, 0.7), error);
  if (wishes == NULL)
    return NULL;
  choose_sheet (layout, setup, wishes);
  set_widths (layout, wishes);
  layout->head_height = titles_height (layout);
  layout->title_height = patal_table_head_draw (layout, NULL, 0);
  if (!add_rows (layout, patal_progress_part (&part, progress, 0.7, 1), error))
    return NULL;
  add_foot (layout);
  divide (layout);
  return g_steal_pointer (&layout);
}

void
patal_table_layout_free (PatalTableLayout *layout)
{
  if (layout == NULL)
    return;
  patal_table_unref (layout->table);
  patal_words_unref (layout->words);
  g_free (layout->columns);
  g_array_unref (layout->bands);
  g_array_unref (layout->pages);
  g_array_unref (layout->sums);
  g_free (layout);
}
