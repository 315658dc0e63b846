/* patal-board-text-read.c: a layout read from its text
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-text.h"
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_FIELDS 500
#define MOST_LINES 200000 /* of the text */
#define MOST_MM 20000     /* a place farther out is none */

typedef struct
{
  PatalBoardPlan    *plan;    /* until it is sealed and in the layout */
  PatalBoardLayout  *layout;  /* from the first line that is the board's own */
  PatalBoardType    *type;    /* where the letters go whose lines are read */
  PatalBoardLetters *letters; /* (nullable): which */
  GString           *lines;   /* of them, so far */
  guint              n_values;
  gboolean           ended;
} Reader;

/* FALSE: that is not what stands there. @rest: what follows the word, "" for nothing; it may be changed. */
typedef gboolean (*ReadFunc) (Reader *reader, char *rest);

static gboolean
read_numbers (char *rest, double *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      char *end;

      if (!g_ascii_isdigit (*rest) && *rest != '-')
        return FALSE;
      numbers[i] = g_ascii_strtod (rest, &end);
      if (end == rest || !isfinite (numbers[i]) || fabs (numbers[i]) > MOST_MM || (*end != ' ' && *end != '\0') || (i + 1 < n && *end == '\0'))
        return FALSE;
      rest = end + (*end == ' ');
    }
  return *rest == '\0';
}

static gboolean
read_lengths (char *rest, double *lengths, guint n)
{
  if (!read_numbers (rest, lengths, n))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (lengths[i] < 0)
      return FALSE;
  return TRUE;
}

static gboolean
read_box (char *rest, PatalBox *box)
{
  double n[4];

  if (!read_lengths (rest, n, 4) || n[2] <= 0 || n[3] <= 0)
    return FALSE;
  *box = (PatalBox) { n[0], n[1], n[2], n[3] };
  return TRUE;
}

/* In place. */
static gboolean
unescape (char *words)
{
  char *to = words;

  for (const char *from = words; *from != '\0'; from++)
    if (*from != '\\')
      *to++ = *from;
    else if (*++from == 'n')
      *to++ = '\n';
    else if (*from == '\\')
      *to++ = '\\';
    else
      return FALSE;
  *to = '\0';
  return TRUE;
}

static int
index_of (const char *word, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (words[i], word))
      return (int) i;
  return -1;
}

static PatalBoardPlanField *
last_field (Reader *reader)
{
  return reader->plan->fields->len > 0 ? patal_board_plan_field (reader->plan, reader->plan->fields->len - 1) : NULL;
}

/* The letters whose lines were read are whole. */
static void
end_letters (Reader *reader)
{
  if (reader->letters != NULL)
    reader->letters->text = g_string_chunk_insert (reader->type->strings, reader->lines->str);
  reader->letters = NULL;
}

static gboolean
begin_letters (Reader *reader, PatalBoardType *type, PatalBoardLetters *letters, char *rest)
{
  double n[2];

  if (!read_numbers (rest, n, 2) || (n[0] != PATAL_WEIGHT_REGULAR && n[0] != PATAL_WEIGHT_BOLD) || n[1] < 0)
    return FALSE;
  *letters = (PatalBoardLetters) { "", n[1], (PatalWeight) n[0], type->points->len, 0 };
  reader->type = type;
  reader->letters = letters;
  g_string_truncate (reader->lines, 0);
  return TRUE;
}

static gboolean
read_line (Reader *reader, char *rest)
{
  char *y = strchr (rest, ' '), *words = y != NULL ? strchr (y + 1, ' ') : NULL;
  PatalBoardPoint point;
  double n[2];

  if (reader->letters == NULL || reader->letters->size <= 0 || words == NULL)
    return FALSE;
  *words++ = '\0';
  if (!read_numbers (rest, n, 2) || !unescape (words) || strchr (words, '\n') != NULL)
    return FALSE;
  if (reader->letters->n_lines++ > 0)
    g_string_append_c (reader->lines, '\n');
  g_string_append (reader->lines, words);
  point = (PatalBoardPoint) { n[0], n[1] };
  g_array_append_val (reader->type->points, point);
  return TRUE;
}

static gboolean
read_size (Reader *reader, char *rest)
{
  double n[2];

  if (!read_numbers (rest, n, 2) || MIN (n[0], n[1]) < 100 || MAX (n[0], n[1]) > 10000)
    return FALSE;
  reader->plan->width = n[0];
  reader->plan->height = n[1];
  return TRUE;
}

static gboolean
read_language (Reader *reader, char *rest)
{
  int lang = index_of (rest, patal_board_langs, PATAL_BOARD_N_LANGS);

  reader->plan->type.lang = lang >= 0 ? (PatalLang) lang : PATAL_LANG_HI;
  return lang >= 0;
}

static gboolean
read_bilingual (Reader *reader, char *rest)
{
  reader->plan->bilingual = TRUE;
  return *rest == '\0';
}

static gboolean
read_family (Reader *reader, char *rest)
{
  reader->plan->type.family = g_string_chunk_insert (reader->plan->type.strings, rest);
  return *rest != '\0';
}

static gboolean
read_letter_share (Reader *reader, char *rest)
{
  return read_lengths (rest, &reader->plan->type.letter_share, 1);
}

static gboolean
read_read_from (Reader *reader, char *rest)
{
  return read_lengths (rest, &reader->plan->reading_m, 1);
}

static gboolean
read_colours (Reader *reader, char *rest)
{
  guint32 *colours[] = { &reader->plan->ground, &reader->plan->border, &reader->plan->ink };

  if (strlen (rest) != 20 || rest[6] != ' ' || rest[13] != ' ')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++, rest += 7)
    {
      if (strspn (rest, "0123456789abcdef") != 6)
        return FALSE;
      *colours[i] = (guint32) strtoul (rest, NULL, 16);
    }
  return TRUE;
}

static gboolean
read_border (Reader *reader, char *rest)
{
  double n[2];

  if (!read_lengths (rest, n, 2))
    return FALSE;
  reader->plan->inset = n[0];
  reader->plan->border_width = n[1];
  return TRUE;
}

static gboolean
read_rules (Reader *reader, char *rest)
{
  double n[2];

  if (!read_lengths (rest, n, 2))
    return FALSE;
  reader->plan->row_rule = n[0];
  reader->plan->frame_rule = n[1];
  return TRUE;
}

static gboolean
read_pad (Reader *reader, char *rest)
{
  return read_lengths (rest, &reader->plan->pad, 1);
}

static gboolean
read_table (Reader *reader, char *rest)
{
  return read_box (rest, &reader->plan->table);
}

static gboolean
read_logo_box (Reader *reader, char *rest)
{
  return read_box (rest, &reader->plan->logo);
}

static gboolean
read_logo (Reader *reader, char *rest)
{
  if (strlen (rest) != 64 || strspn (rest, "0123456789abcdef") != 64 || reader->plan->logo_hash != NULL)
    return FALSE;
  reader->plan->logo_hash = g_strdup (rest);
  return TRUE;
}

static gboolean
read_code_box (Reader *reader, char *rest)
{
  return read_box (rest, &reader->plan->code);
}

static gboolean
read_over (Reader *reader, char *rest)
{
  return begin_letters (reader, &reader->plan->type, &reader->plan->head[PATAL_HEAD_OVER], rest);
}

static gboolean
read_title (Reader *reader, char *rest)
{
  return begin_letters (reader, &reader->plan->type, &reader->plan->head[PATAL_HEAD_TITLE], rest);
}

static gboolean
read_under (Reader *reader, char *rest)
{
  return begin_letters (reader, &reader->plan->type, &reader->plan->head[PATAL_HEAD_UNDER], rest);
}

static gboolean
read_foot (Reader *reader, char *rest)
{
  return begin_letters (reader, &reader->plan->type, &reader->plan->foot, rest);
}

static gboolean
read_back_title (Reader *reader, char *rest)
{
  reader->plan->has_back = TRUE;
  return begin_letters (reader, &reader->plan->type, &reader->plan->back_title, rest);
}

static gboolean
read_back_point (Reader *reader, char *rest)
{
  const PatalBoardLetters none = { "", 0, PATAL_WEIGHT_REGULAR, 0, 0 };

  if (reader->plan->back->len == MOST_FIELDS)
    return FALSE;
  g_array_append_val (reader->plan->back, none);
  return begin_letters (reader, &reader->plan->type,
                        &g_array_index (reader->plan->back, PatalBoardLetters, reader->plan->back->len - 1), rest);
}

static gboolean
read_field (Reader *reader, char *rest)
{
  PatalBoardPlanField field = { .label = "", .label_letters.text = "" };

  if (*rest == '\0' || strchr (rest, '\\') != NULL || reader->plan->fields->len == MOST_FIELDS)
    return FALSE;
  field.id = g_string_chunk_insert (reader->plan->type.strings, rest);
  g_array_append_val (reader->plan->fields, field);
  return TRUE;
}

static gboolean
read_kind (Reader *reader, char *rest)
{
  int kind = index_of (rest, patal_board_kinds, PATAL_BOARD_N_KINDS);

  if (kind < 0 || last_field (reader) == NULL)
    return FALSE;
  last_field (reader)->kind = (PatalFormKind) kind;
  return TRUE;
}

static gboolean
read_later (Reader *reader, char *rest)
{
  if (last_field (reader) == NULL || *rest != '\0')
    return FALSE;
  last_field (reader)->later = TRUE;
  return TRUE;
}

static gboolean
read_large (Reader *reader, char *rest)
{
  if (last_field (reader) == NULL || *rest != '\0')
    return FALSE;
  last_field (reader)->large = TRUE;
  return TRUE;
}

static gboolean
read_row (Reader *reader, char *rest)
{
  return last_field (reader) != NULL && read_box (rest, &last_field (reader)->row);
}

static gboolean
read_label_box (Reader *reader, char *rest)
{
  return last_field (reader) != NULL && read_box (rest, &last_field (reader)->label_box);
}

static gboolean
read_value_box (Reader *reader, char *rest)
{
  return last_field (reader) != NULL && read_box (rest, &last_field (reader)->value_box);
}

static gboolean
read_most (Reader *reader, char *rest)
{
  return last_field (reader) != NULL && read_lengths (rest, &last_field (reader)->most, 1);
}

static gboolean
read_label (Reader *reader, char *rest)
{
  if (last_field (reader) == NULL || !unescape (rest))
    return FALSE;
  last_field (reader)->label = g_string_chunk_insert (reader->plan->type.strings, rest);
  reader->plan->bilingual |= strchr (rest, '\n') != NULL; /* of a print that was kept before texts said so */
  return TRUE;
}

static gboolean
read_label_letters (Reader *reader, char *rest)
{
  return last_field (reader) != NULL && begin_letters (reader, &reader->plan->type, &last_field (reader)->label_letters, rest);
}

static gboolean
is_whole_field (const PatalBoardPlanField *field)
{
  return field->row.width > 0 && field->label_box.width > 0 && field->value_box.width > 0 && field->most > 0;
}

/* What a plan cannot do without has been read. */
static gboolean
is_whole (const PatalBoardPlan *plan)
{
  for (guint i = 0; i < plan->fields->len; i++)
    if (!is_whole_field (patal_board_plan_field (plan, i)))
      return FALSE;
  return plan->width > 0 && plan->type.family != NULL && plan->type.letter_share > 0 && plan->table.width > 0
         && (plan->logo.width > 0) == (plan->logo_hash != NULL);
}

/* Here what is the board's own begins. */
static gboolean
read_name (Reader *reader, char *rest)
{
  PatalBoardPlan *plan = reader->plan;

  if (reader->layout != NULL || !is_whole (plan) || !unescape (rest))
    return FALSE;
  plan->type.grid = patal_board_plan_grid (plan->width, plan->height);
  patal_board_plan_seal (plan);
  reader->layout = patal_board_layout_alloc (patal_board_plan_ref (plan));
  reader->layout->name = g_string_chunk_insert (reader->layout->type.strings, rest);
  return TRUE;
}

static gboolean
read_code (Reader *reader, char *rest)
{
  if (reader->plan->code.width <= 0 || reader->layout->code_text != NULL || !unescape (rest))
    return FALSE;
  reader->layout->code_text = g_string_chunk_insert (reader->layout->type.strings, rest);
  return TRUE;
}

static gboolean
read_value (Reader *reader, char *rest)
{
  PatalBoardWords *words = &reader->layout->words[reader->n_values];

  if (reader->n_values == reader->plan->fields->len || !unescape (rest))
    return FALSE;
  reader->n_values++;
  words->field.value = g_string_chunk_insert (reader->layout->type.strings, rest);
  words->letters.text = "";
  return TRUE;
}

static gboolean
read_cut (Reader *reader, char *rest)
{
  if (reader->n_values == 0 || *rest != '\0')
    return FALSE;
  reader->layout->words[reader->n_values - 1].field.cut = TRUE;
  return TRUE;
}

static gboolean
read_value_letters (Reader *reader, char *rest)
{
  return reader->n_values > 0
         && begin_letters (reader, &reader->layout->type, &reader->layout->words[reader->n_values - 1].letters, rest);
}

static gboolean
read_end (Reader *reader, char *rest)
{
  reader->ended = TRUE;
  return *rest == '\0' && reader->n_values == reader->plan->fields->len;
}

static const struct { const char *word; ReadFunc read; gboolean own; } words_read[] = {
  { "line", read_line, FALSE }, { "size", read_size, FALSE }, { "language", read_language, FALSE },
  { "bilingual", read_bilingual, FALSE }, { "family", read_family, FALSE },
  { "letter-share", read_letter_share, FALSE }, { "read-from", read_read_from, FALSE }, { "colours", read_colours, FALSE },
  { "border", read_border, FALSE }, { "rules", read_rules, FALSE }, { "pad", read_pad, FALSE }, { "table", read_table, FALSE },
  { "logo-box", read_logo_box, FALSE }, { "logo", read_logo, FALSE }, { "code-box", read_code_box, FALSE }, { "over", read_over, FALSE },
  { "title", read_title, FALSE }, { "under", read_under, FALSE }, { "foot", read_foot, FALSE }, { "back-title", read_back_title, FALSE },
  { "back-point", read_back_point, FALSE }, { "field", read_field, FALSE }, { "kind", read_kind, FALSE }, { "later", read_later, FALSE },
  { "large", read_large, FALSE }, { "row", read_row, FALSE }, { "label-box", read_label_box, FALSE },
  { "value-box", read_value_box, FALSE }, { "most", read_most, FALSE }, { "label", read_label, FALSE },
  { "label-letters", read_label_letters, FALSE }, { "name", read_name, FALSE }, { "code", read_code, TRUE }, { "value", read_value, TRUE },
  { "cut", read_cut, TRUE }, { "value-letters", read_value_letters, TRUE }, { "end", read_end, TRUE },
};

/* A line of the text; the board's own words come when the plan is whole, and none of the plan's then. */
static gboolean
read_one (Reader *reader, char *line)
{
  char *rest = line + strcspn (line, " ");

  if (*rest == ' ')
    *rest++ = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (words_read); i++)
    if (g_str_equal (words_read[i].word, line))
      {
        gboolean either = words_read[i].read == read_line;

        if (!either)
          end_letters (reader);
        return !reader->ended && (either || words_read[i].own == (reader->layout != NULL)) && words_read[i].read (reader, rest);
      }
  return FALSE;
}

static gboolean
check_version (const char *text, GError **error)
{
  guint64 version = 0;
  char *end = NULL;

  if (g_str_has_prefix (text, PATAL_BOARD_TEXT_BEGIN))
    version = g_ascii_strtoull (text + strlen (PATAL_BOARD_TEXT_BEGIN), &end, 10);
  if (version == PATAL_BOARD_TEXT_VERSION && *end == '\n')
    return TRUE;
  if (version > PATAL_BOARD_TEXT_VERSION)
    g_set_error_literal (error, PATAL_BOARD_LAYOUT_ERROR, PATAL_BOARD_LAYOUT_ERROR_TEXT,
                         _("This board was first printed by a newer version of Gram Patal. Update the program to print it again."));
  else
    g_set_error_literal (error, PATAL_BOARD_LAYOUT_ERROR, PATAL_BOARD_LAYOUT_ERROR_TEXT,
                         _("What is kept of this board's first print is not the layout of a board."));
  return FALSE;
}

static void
take_logo (PatalBoardPlan *plan, GBytes *logo)
{
  g_autofree char *hash = logo != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, logo) : NULL;

  if (hash != NULL && plan->logo_hash != NULL && g_str_equal (hash, plan->logo_hash))
    plan->logo_bytes = g_bytes_ref (logo);
}

static gboolean
read_all (Reader *reader, char *text, GError **error)
{
  guint n = 1;

  for (char *line = strchr (text, '\n') + 1; *line != '\0'; n++)
    {
      char *end = strchrnul (line, '\n'), *next = end + (*end == '\n');

      *end = '\0';
      if (n >= MOST_LINES || !read_one (reader, line))
        {
          g_set_error (error, PATAL_BOARD_LAYOUT_ERROR, PATAL_BOARD_LAYOUT_ERROR_TEXT,
                       _("What is kept of this board's first print is damaged in line %u. Take the kept print away to print the board anew."),
                       n + 1);
          return FALSE;
        }
      line = next;
    }
  if (!reader->ended)
    g_set_error_literal (error, PATAL_BOARD_LAYOUT_ERROR, PATAL_BOARD_LAYOUT_ERROR_TEXT,
                         _("What is kept of this board's first print is not whole. Take the kept print away to print the board anew."));
  return reader->ended;
}

PatalBoardLayout *
patal_board_layout_from_text (const char *text, GBytes *logo, GError **error)
{
  g_autoptr (PatalBoardPlan) plan = NULL;
  g_autoptr (PatalBoardLayout) layout = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  Reader reader = { .lines = lines };
  gboolean whole;

  if (!check_version (valid, error))
    return NULL;
  reader.plan = plan = patal_board_plan_alloc (PATAL_FONT_DEFAULT, PATAL_LANG_HI, 100, 100);
  whole = read_all (&reader, valid, error);
  layout = reader.layout;
  if (!whole)
    return NULL;
  take_logo (plan, logo);
  for (guint i = 0; i < plan->fields->len; i++)
    patal_board_layout_seal_field (layout, i, layout->words[i].field.cut);
  return g_steal_pointer (&layout);
}
