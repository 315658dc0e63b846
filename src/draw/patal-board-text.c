/* patal-board-text.c: a layout written down, and read again
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines, each a word that says what it is, numbers in millimetres and a text. First what is common to boards of its kind, then what is this
 * board's own. In a text a line feed is \n and a backslash \\. */
#include "patal-board-plan.h"
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_LINE "gram-patal-board "
#define VERSION 1
#define MOST_FIELDS 500
#define MOST_LINES 200000  /* of a text that is read */
#define MOST_MM 20000      /* a place farther out is none */
#define NUMBERS_MAX 4

static const char *const kinds[] = { [PATAL_FORM_TEXT] = "text", [PATAL_FORM_FIGURE] = "figure", [PATAL_FORM_LIST] = "list" };
static const char *const langs[] = { [PATAL_LANG_HI] = "hi", [PATAL_LANG_EN] = "en" };

/* --- Writing --- */

static void
add_number (GString *text, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_ascii_formatd (digits, sizeof digits, "%.4f", number);
  length = strlen (digits);
  while (digits[length - 1] == '0')
    length--;
  if (digits[length - 1] == '.')
    length--;
  g_string_append_c (text, ' ');
  g_string_append_len (text, digits, (gssize) length);
}

static void
add_numbers (GString *text, const char *word, const double *numbers, guint n)
{
  g_string_append (text, word);
  for (guint i = 0; i < n; i++)
    add_number (text, numbers[i]);
  g_string_append_c (text, '\n');
}
#define ADD_NUMBERS(text, word, ...) \
  add_numbers (text, word, (const double[]) { __VA_ARGS__ }, sizeof ((const double[]) { __VA_ARGS__ }) / sizeof (double))

static void
add_box (GString *text, const char *word, const PatalBox *box)
{
  ADD_NUMBERS (text, word, box->x, box->y, box->width, box->height);
}

static void
add_escaped (GString *text, const char *words, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (words[i] == '\n')
      g_string_append (text, "\\n");
    else if (words[i] == '\\')
      g_string_append (text, "\\\\");
    else
      g_string_append_c (text, words[i]);
}

static void
add_text (GString *text, const char *word, const char *words)
{
  g_string_append (text, word);
  if (*words != '\0')
    g_string_append_c (text, ' ');
  add_escaped (text, words, strlen (words));
  g_string_append_c (text, '\n');
}

static void
add_letters (GString *text, const char *word, const PatalBoardType *type, const PatalBoardLetters *letters)
{
  const char *at = letters->text;

  ADD_NUMBERS (text, word, (double) letters->weight, letters->size);
  for (guint i = 0; i < letters->n_lines; i++)
    {
      const PatalBoardPoint *point = patal_board_letters_point (type, letters, i);
      gsize length = (gsize) (strchrnul (at, '\n') - at);

      g_string_append (text, "line");
      add_number (text, point->x);
      add_number (text, point->y);
      g_string_append_c (text, ' ');
      add_escaped (text, at, length);
      g_string_append_c (text, '\n');
      at += length + (at[length] == '\n');
    }
}

static void
write_field (const PatalBoardPlan *plan, const PatalBoardPlanField *field, GString *text)
{
  add_text (text, "field", field->id);
  add_text (text, "kind", kinds[field->kind]);
  if (field->later)
    g_string_append (text, "later\n");
  if (field->large)
    g_string_append (text, "large\n");
  add_box (text, "row", &field->row);
  add_box (text, "label-box", &field->label_box);
  add_box (text, "value-box", &field->value_box);
  ADD_NUMBERS (text, "most", field->most);
  add_text (text, "label", field->label);
  add_letters (text, "label-letters", &plan->type, &field->label_letters);
}

void
patal_board_plan_write (const PatalBoardPlan *plan, GString *text)
{
  ADD_NUMBERS (text, "size", plan->width, plan->height);
  add_text (text, "language", langs[plan->type.lang]);
  add_text (text, "family", plan->type.family);
  ADD_NUMBERS (text, "letter-share", plan->type.letter_share);
  ADD_NUMBERS (text, "read-from", plan->reading_m);
  g_string_append_printf (text, "colours %06x %06x %06x\n", plan->ground, plan->border, plan->ink);
  ADD_NUMBERS (text, "border", plan->inset, plan->border_width);
  ADD_NUMBERS (text, "rules", plan->row_rule, plan->frame_rule);
  ADD_NUMBERS (text, "pad", plan->pad);
  add_box (text, "table", &plan->table);
  if (plan->logo.width > 0)
    {
      add_box (text, "logo-box", &plan->logo);
      add_text (text, "logo", plan->logo_hash);
    }
  if (plan->code.width > 0)
    add_box (text, "code-box", &plan->code);
  add_letters (text, "over", &plan->type, &plan->head[PATAL_HEAD_OVER]);
  add_letters (text, "title", &plan->type, &plan->head[PATAL_HEAD_TITLE]);
  add_letters (text, "under", &plan->type, &plan->head[PATAL_HEAD_UNDER]);
  for (guint i = 0; i < plan->fields->len; i++)
    write_field (plan, patal_board_plan_field (plan, i), text);
  add_letters (text, "foot", &plan->type, &plan->foot);
  if (!plan->has_back)
    return;
  add_letters (text, "back-title", &plan->type, &plan->back_title);
  for (guint i = 0; i < plan->back->len; i++)
    add_letters (text, "back-point", &plan->type, &g_array_index (plan->back, PatalBoardLetters, i));
}

char *
patal_board_layout_to_text (const PatalBoardLayout *layout)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, FIRST_LINE "%d\n", VERSION);
  patal_board_plan_write (layout->plan, text);
  add_text (text, "name", layout->name);
  if (layout->code_text != NULL)
    add_text (text, "code", layout->code_text);
  for (guint i = 0; i < layout->plan->fields->len; i++)
    {
      const PatalBoardField *field = &layout->words[i].field;

      add_text (text, "value", field->value);
      if (field->cut)
        g_string_append (text, "cut\n");
      add_letters (text, "value-letters", &layout->type, &layout->words[i].letters);
    }
  g_string_append (text, "end\n");
  return g_string_free (text, FALSE);
}

/* --- Reading --- */

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
  int lang = index_of (rest, langs, G_N_ELEMENTS (langs));

  reader->plan->type.lang = lang >= 0 ? (PatalLang) lang : PATAL_LANG_HI;
  return lang >= 0;
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
  int kind = index_of (rest, kinds, G_N_ELEMENTS (kinds));

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
  { "line", read_line, FALSE }, { "size", read_size, FALSE }, { "language", read_language, FALSE }, { "family", read_family, FALSE },
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

  if (g_str_has_prefix (text, FIRST_LINE))
    version = g_ascii_strtoull (text + strlen (FIRST_LINE), &end, 10);
  if (version == VERSION && *end == '\n')
    return TRUE;
  if (version > VERSION)
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
