/* patal-template-reader.c: reads the text of a template, and says all that is wrong with it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-nearest.h"
#include "patal-template-reader.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MOST_BYTES  (256 * 1024) /* a hundred times what a template needs */
#define MOST_FAULTS 50           /* who has more has opened another kind of file */
#define MOST_SHOWN  40           /* characters of a line that are shown in a sentence */
#define LEAST_CONTRAST 3.0       /* WCAG 2.1, 1.4.3, of large letters */

static const char *const section_names[] = { [IN_BOARD] = "board", [IN_FIELD] = "field", [IN_BACK] = "back" };
#define FIRST_SECTION IN_BOARD
#define N_SECTIONS    3

typedef PatalTemplateReader Reader;

typedef struct
{
  PatalTemplateSection section;
  const char          *name;
  enum { PLAIN, SPOKEN, MANY } form; /* spoken: for each language; many: spoken, and as often as one likes */
  PatalTemplateSet     set;
  gsize                at;           /* of the frame's or the field's member */
} Key;

#define OF_FRAME(member) G_STRUCT_OFFSET (PatalTemplateFrame, member)
#define OF_FIELD(member) G_STRUCT_OFFSET (PatalTemplateField, member)

static const Key keys[] = {
  { IN_BOARD, "name", SPOKEN, patal_template_set_text, OF_FRAME (names) },
  { IN_BOARD, "for", PLAIN, patal_template_set_kinds, OF_FRAME (kinds) },
  { IN_BOARD, "size", PLAIN, patal_template_set_size, OF_FRAME (width_mm) },
  { IN_BOARD, "ground", PLAIN, patal_template_set_colour, OF_FRAME (ground) },
  { IN_BOARD, "border", PLAIN, patal_template_set_colour, OF_FRAME (border) },
  { IN_BOARD, "ink", PLAIN, patal_template_set_colour, OF_FRAME (ink) },
  { IN_BOARD, "read-from", PLAIN, patal_template_set_reading, OF_FRAME (reading_m) },
  { IN_BOARD, "title", SPOKEN, patal_template_set_text, OF_FRAME (titles) },
  { IN_BOARD, "code", PLAIN, patal_template_set_code, 0 },
  { IN_FIELD, "label", SPOKEN, patal_template_set_text, OF_FIELD (labels) },
  { IN_FIELD, "weight", PLAIN, patal_template_set_share, OF_FIELD (weight) },
  { IN_FIELD, "share", PLAIN, patal_template_set_share, OF_FIELD (share) },
  { IN_FIELD, "beside", PLAIN, patal_template_set_flag, OF_FIELD (beside) },
  { IN_FIELD, "large", PLAIN, patal_template_set_flag, OF_FIELD (large) },
  { IN_FIELD, "empty-until", PLAIN, patal_template_set_later, OF_FIELD (later) },
  { IN_FIELD, "required", PLAIN, patal_template_set_required, OF_FIELD (required) },
  { IN_BACK, "title", SPOKEN, patal_template_set_text, OF_FRAME (back_titles) },
  { IN_BACK, "line", MANY, patal_template_add_line, 0 },
};

/* Faults. */

static gboolean
is_full (const Reader *self)
{
  return self->faults->len >= MOST_FAULTS;
}

/* Takes @sentence. */
static void
add_fault (Reader *self, guint line, char *sentence)
{
  PatalTemplateFault *fault;

  if (is_full (self))
    {
      g_free (sentence);
      return;
    }
  fault = g_new (PatalTemplateFault, 1);
  *fault = (PatalTemplateFault) { line, sentence };
  g_ptr_array_add (self->faults, fault);
  if (is_full (self))
    {
      g_free (fault->text);
      fault->text = g_strdup (_("There is more that is wrong: mend the lines above first"));
    }
}

void
patal_template_reader_fault (PatalTemplateReader *self, char *sentence)
{
  add_fault (self, self->line, sentence);
}

char *
patal_template_shown (const char *text)
{
  g_autofree char *clean = patal_text_clean (text);

  if (clean == NULL)
    return g_strdup ("");
  if (g_utf8_strlen (clean, -1) > MOST_SHOWN)
    {
      g_autofree char *head = g_utf8_substring (clean, 0, MOST_SHOWN);

      return g_strconcat (head, "…", NULL);
    }
  return g_steal_pointer (&clean);
}

/* Sections. */

static void
finish_section (Reader *self)
{
  if (self->section == IN_FIELD && self->field.line != 0 && !is_full (self))
    g_array_append_val (self->template->fields, self->field);
  memset (self->key_lines, 0, sizeof (guint) * 2 * G_N_ELEMENTS (keys));
}

static void
begin_field (Reader *self, const char *id)
{
  guint known;

  self->field = (PatalTemplateField) { .weight = 1, .share = 1 }; /* its keys are read even where the field is none */
  if (*id == '\0')
    {
      patal_template_reader_fault (self, g_strdup (_("Name the field in the brackets, for example [field work_name]")));
      return;
    }
  known = patal_template_find_known (self, id);
  if (known == self->template->n_known)
    return;
  if (self->known_lines[known] != 0)
    {
      patal_template_reader_fault (self, g_strdup_printf (_("The field “%s” stands in line %u already: a board has each field once"), id,
                                         self->known_lines[known]));
      return;
    }
  self->known_lines[known] = self->line;
  self->field.known = known;
  self->field.line = self->line;
}

static void
fault_section (Reader *self, const char *name)
{
  g_autofree char *typed = patal_template_shown (name);
  const char *nearest = patal_nearest (name, section_names + FIRST_SECTION, N_SECTIONS);

  for (PatalTemplateSection section = FIRST_SECTION; section < IN_UNKNOWN; section++)
    if (nearest == section_names[section])
      self->section_lines[section] = self->line;
  patal_template_reader_fault (self, nearest != NULL ? g_strdup_printf (_("There is no section [%s]: did you mean [%s]?"), typed, nearest)
                                    : g_strdup_printf (_("There is no section [%s]: there are [board], [field …] and [back]"), typed));
}

/* @name: what stands in the brackets. */
static void
begin_section (Reader *self, char *name)
{
  char *id = name + strcspn (name, " \t");

  finish_section (self);
  self->section = IN_UNKNOWN;
  if (*id != '\0')
    *id++ = '\0';
  g_strstrip (id);
  for (PatalTemplateSection section = FIRST_SECTION; section < IN_UNKNOWN; section++)
    if (g_str_equal (name, section_names[section]))
      self->section = section;
  if (self->section == IN_UNKNOWN)
    fault_section (self, name);
  else if (self->section == IN_FIELD)
    begin_field (self, id);
  else if (*id != '\0')
    patal_template_reader_fault (self, g_strdup_printf (_("In the brackets of [%s] nothing else stands"), name));
  else if (self->section_lines[self->section] != 0)
    patal_template_reader_fault (self, g_strdup_printf (_("[%s] stands in line %u already: put its lines there"), name,
                                       self->section_lines[self->section]));
  if (self->section != IN_UNKNOWN)
    self->section_lines[self->section] = self->line;
}

/* Keys. */

static void
fault_key (Reader *self, const char *name)
{
  const char *names[G_N_ELEMENTS (keys) + 1] = { NULL }, *section = section_names[self->section], *nearest;
  g_autofree char *typed = patal_template_shown (name), *list = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (keys[i].section == self->section)
        names[n++] = keys[i].name;
      else if (g_str_equal (keys[i].name, name))
        {
          patal_template_reader_fault (self, g_strdup_printf (_("“%s” belongs to [%s], not to [%s]"), typed, section_names[keys[i].section], section));
          return;
        }
    }
  nearest = patal_nearest (name, names, n);
  list = g_strjoinv (", ", (char **) names);
  patal_template_reader_fault (self, nearest != NULL ? g_strdup_printf (_("[%s] has no “%s”: did you mean “%s”?"), section, typed, nearest)
                                    : g_strdup_printf (_("[%s] has no “%s”: it has %s"), section, typed, list));
}

static const Key *
find_key (PatalTemplateSection section, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].section == section && g_str_equal (keys[i].name, name))
      return &keys[i];
  return NULL;
}

/* The language behind the point of @tail ("hi"; NULL: there is no point); FALSE, with a fault, where @key wants it otherwise. */
static gboolean
read_lang (Reader *self, const Key *key, const char *tail, PatalLang *lang)
{
  g_autofree char *typed = tail != NULL ? patal_template_shown (tail) : NULL;

  *lang = PATAL_LANG_HI;
  if (key->form == PLAIN && tail == NULL)
    return TRUE;
  if (key->form == PLAIN)
    patal_template_reader_fault (self, g_strdup_printf (_("“%s” is the same in all languages: write it without “.%s”"), key->name, typed));
  else if (tail == NULL)
    patal_template_reader_fault (self, g_strdup_printf (_("“%s” needs its language: write “%s.hi” for Hindi or “%s.en” for English"), key->name, key->name,
                                       key->name));
  else if (g_str_equal (tail, "hi") || g_str_equal (tail, "en"))
    *lang = tail[0] == 'h' ? PATAL_LANG_HI : PATAL_LANG_EN;
  else
    patal_template_reader_fault (self, g_strdup_printf (_("“.%s” is no language of boards: write “%s.hi” for Hindi or “%s.en” for English"), typed,
                                       key->name, key->name));
  return key->form != PLAIN && tail != NULL && (g_str_equal (tail, "hi") || g_str_equal (tail, "en"));
}

static void
read_pair (Reader *self, char *name, const char *value)
{
  g_autofree char *clean = patal_text_clean (value);
  char *point = strchr (name, '.'), *tail = point != NULL ? point + 1 : NULL;
  const Key *key;
  guint *line;
  PatalLang lang;

  if (self->section == IN_UNKNOWN)
    return;
  if (self->section == IN_NOTHING)
    {
      g_autofree char *typed = patal_template_shown (name);

      patal_template_reader_fault (self, g_strdup_printf (_("“%s” stands before the first section: begin with [board]"), typed));
      return;
    }
  if (point != NULL)
    *point = '\0';
  key = find_key (self->section, name);
  if (key == NULL)
    {
      fault_key (self, name);
      return;
    }
  if (!read_lang (self, key, tail, &lang))
    return;
  line = &self->key_lines[2 * (key - keys) + lang];
  if (*line != 0 && key->form != MANY)
    {
      patal_template_reader_fault (self, g_strdup_printf (_("“%s” stands in line %u already: delete one of the two"), key->name, *line));
      return;
    }
  *line = self->line;
  if (clean == NULL)
    patal_template_reader_fault (self, g_strdup_printf (_("Behind “%s =” nothing is written: write its value, or delete the line"), key->name));
  else
    key->set (self, key->at, lang, clean);
}

/* Lines. */

static void
read_line (Reader *self, char *line)
{
  char *equals;

  g_strstrip (line);
  if (*line == '\0' || *line == '#')
    return;
  if (*line == '[')
    {
      char *end = strchr (line, ']');

      if (end == NULL || end[1] != '\0')
        patal_template_reader_fault (self, g_strdup (_("A section's name stands in two brackets, and nothing behind them: [board]")));
      if (end != NULL)
        *end = '\0';
      begin_section (self, g_strstrip (line + 1));
      return;
    }
  equals = strchr (line, '=');
  if (equals == NULL || equals == line)
    {
      g_autofree char *typed = patal_template_shown (line);

      patal_template_reader_fault (self, g_strdup_printf (_("“%s” says nothing: write “key = value”, a section as [board], or # before a remark"), typed));
      return;
    }
  *equals = '\0';
  read_pair (self, g_strchomp (line), equals + 1);
}

static gsize
line_length (const char *text, gsize length)
{
  gsize n = 0;

  while (n < length && text[n] != '\n' && text[n] != '\r')
    n++;
  return n;
}

static guint
line_of (const char *text, const char *at)
{
  guint line = 1;

  for (const char *p = text; p < at; p++)
    line += *p == '\n' || (*p == '\r' && p[1] != '\n');
  return line;
}

/* FALSE, with a fault: what cannot be read line by line. */
static gboolean
check_bytes (Reader *self, const char *text, gsize length)
{
  const char *end;

  if (length >= 2 && (memcmp (text, "\xff\xfe", 2) == 0 || memcmp (text, "\xfe\xff", 2) == 0))
    add_fault (self, 0, g_strdup (_("This file is saved as “Unicode” (UTF-16): save it again as UTF-8")));
  else if (length > MOST_BYTES)
    add_fault (self, 0, g_strdup (_("This is too large for a template, which has at most 256 kB: choose another file")));
  else if (memchr (text, '\0', length) != NULL)
    add_fault (self, line_of (text, memchr (text, '\0', length)),
               g_strdup (_("From this line on it is no text: a character without a letter (NUL) stands here")));
  else if (!g_utf8_validate (text, (gssize) length, &end))
    add_fault (self, line_of (text, end), g_strdup (_("From this line on it is not text in UTF-8: save the file again as UTF-8")));
  return self->faults->len == 0;
}

static void
read_lines (Reader *self, const char *text, gsize length)
{
  gsize at = length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  while (at < length && !is_full (self))
    {
      gsize n = line_length (text + at, length - at);
      g_autofree char *line = g_strndup (text + at, n);

      self->line++;
      read_line (self, line);
      at += n;
      at += at + 1 < length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
    }
  finish_section (self);
}

/* The whole. */

/* WCAG 2.1: of a colour of sRGB. */
static double
luminance (guint32 rgb)
{
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    {
      double c = ((rgb >> (16 - 8 * i)) & 0xff) / 255.0;

      sum += weights[i] * (c <= 0.03928 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4));
    }
  return sum;
}

static void
check_whole (Reader *self)
{
  const PatalTemplate *template = self->template;
  double a = luminance (template->frame.ground) + 0.05, b = luminance (template->frame.ink) + 0.05;
  const PatalTemplateField *first = template->fields->len > 0 ? patal_template_field (template, 0) : NULL;

  if (self->section_lines[IN_BOARD] == 0)
    add_fault (self, 0, g_strdup (_("The section [board] is missing: a template begins with it")));
  if (self->section_lines[IN_FIELD] == 0)
    add_fault (self, 0, g_strdup (_("There is no field: name at least one, for example [field work_name]")));
  if (first != NULL && first->beside)
    add_fault (self, first->line, g_strdup (_("The first field stands beside no other: delete its line “beside”")));
  if (MAX (a, b) / MIN (a, b) < LEAST_CONTRAST)
    add_fault (self, self->colour_line, g_strdup (_("The ink is hardly seen on the ground: choose a darker ink or a lighter ground")));
}

static int
compare_faults (gconstpointer a, gconstpointer b)
{
  guint x = (*(const PatalTemplateFault *const *) a)->line, y = (*(const PatalTemplateFault *const *) b)->line;

  return (x > y) - (x < y);
}

PatalTemplate *
patal_template_parse (const char *text, gsize length, const PatalTemplateKnown *known, guint n_known, GPtrArray **faults)
{
  g_autoptr (PatalTemplate) template = patal_template_new (known, n_known);
  g_autofree guint *key_lines = g_new0 (guint, 2 * G_N_ELEMENTS (keys));
  g_autofree guint *known_lines = g_new0 (guint, n_known);
  Reader self = { .template = template, .key_lines = key_lines, .known_lines = known_lines };

  self.faults = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_template_fault_free);
  if (check_bytes (&self, text, length))
    {
      read_lines (&self, text, length);
      if (!is_full (&self))
        check_whole (&self);
    }
  for (guint lang = 0; lang < 2; lang++)
    g_ptr_array_add (template->back[lang], NULL);
  g_ptr_array_sort (self.faults, compare_faults);
  *faults = self.faults;
  return self.faults->len == 0 ? g_steal_pointer (&template) : NULL;
}
