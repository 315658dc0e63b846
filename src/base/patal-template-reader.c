/* patal-template-reader.c: reads a text line by line by a grammar, and says all that is wrong with it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-nearest.h"
#include "patal-template-reader.h"
#include "patal-text-fault.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_BYTES  (256 * 1024) /* a hundred times what a template needs */
#define MOST_FAULTS 50           /* who has more has opened another kind of file */
#define MOST_SHOWN  40           /* characters of a line that are shown in a sentence */

typedef PatalTemplateReader Reader;

/* Faults. */

static gboolean
is_full (const Reader *self)
{
  return self->faults->len >= MOST_FAULTS;
}

void
patal_template_reader_fault_at (Reader *self, guint line, char *sentence)
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
  patal_template_reader_fault_at (self, self->line, sentence);
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

/* The first thing only; of words in Latin letters one cannot say whether they are Kruti Dev. */
gboolean
patal_template_check_text (PatalTemplateReader *self, PatalLang lang, const char *value)
{
  g_autoptr (GArray) faults = patal_text_faults (value);

  for (guint i = 0; i < faults->len; i++)
    {
      const PatalTextFault *fault = &g_array_index (faults, PatalTextFault, i);

      if (fault->kind == PATAL_TEXT_FAULT_MIXED_DIGITS || (fault->kind == PATAL_TEXT_FAULT_LEGACY && lang != PATAL_LANG_HI))
        continue;
      patal_template_reader_fault (self, patal_text_fault_sentence (value, fault));
      return FALSE;
    }
  return TRUE;
}

guint
patal_template_find_known (PatalTemplateReader *self, const char *id)
{
  g_autofree const char **ids = g_new (const char *, self->n_known + 1);
  g_autofree char *typed = patal_template_shown (id), *list = NULL;
  const char *nearest;

  for (guint i = 0; i < self->n_known; i++)
    {
      ids[i] = self->known[i].id;
      if (g_str_equal (ids[i], id))
        return i;
    }
  ids[self->n_known] = NULL;
  nearest = patal_nearest (id, ids, self->n_known);
  if (nearest != NULL)
    {
      patal_template_reader_fault (self, g_strdup_printf (_("There is no field “%s”: did you mean “%s”?"), typed, nearest));
      return self->n_known;
    }
  list = g_strjoinv (", ", (char **) ids);
  patal_template_reader_fault (self, g_strdup_printf (_("There is no field “%s”: the fields are %s"), typed, list));
  return self->n_known;
}

/* Sections. */

static guint
unknown_section (const Reader *self)
{
  return self->grammar->n_sections + 1;
}

static const char *
section_name (const Reader *self, guint section)
{
  return self->grammar->sections[section - 1];
}

static void
finish_section (Reader *self)
{
  if (self->grammar->finish != NULL && !is_full (self))
    self->grammar->finish (self);
  memset (self->key_lines, 0, sizeof (guint) * 2 * self->grammar->n_keys);
}

static void
fault_section (Reader *self, const char *name)
{
  g_autofree char *typed = patal_template_shown (name), *list = NULL;
  const char *nearest = patal_nearest (name, self->grammar->sections, self->grammar->n_sections);

  for (guint section = 1; section < unknown_section (self); section++)
    if (nearest == section_name (self, section))
      self->section_lines[section] = self->line;
  list = g_strjoinv ("], [", (char **) self->grammar->sections);
  patal_template_reader_fault (self, nearest != NULL ? g_strdup_printf (_("There is no section [%s]: did you mean [%s]?"), typed, nearest)
                                    : g_strdup_printf (_("There is no section [%s]; there is: [%s]"), typed, list));
}

/* @name: what stands in the brackets. */
static void
begin_section (Reader *self, char *name)
{
  char *id = name + strcspn (name, " \t");

  finish_section (self);
  self->section = unknown_section (self);
  if (*id != '\0')
    *id++ = '\0';
  g_strstrip (id);
  for (guint section = 1; section < unknown_section (self); section++)
    if (g_str_equal (name, section_name (self, section)))
      self->section = section;
  if (self->section == unknown_section (self))
    fault_section (self, name);
  else if (self->section == self->grammar->named)
    self->grammar->begin (self, id);
  else if (*id != '\0')
    patal_template_reader_fault (self, g_strdup_printf (_("In the brackets of [%s] nothing else stands"), name));
  else if (self->section_lines[self->section] != 0)
    patal_template_reader_fault (self, g_strdup_printf (_("[%s] stands in line %u already: put its lines there"), name,
                                       self->section_lines[self->section]));
  if (self->section != unknown_section (self))
    self->section_lines[self->section] = self->line;
}

/* Keys. */

static void
fault_key (Reader *self, const char *name)
{
  const PatalTemplateKey *keys = self->grammar->keys;
  const char *section = section_name (self, self->section), *nearest;
  g_autofree const char **names = g_new0 (const char *, self->grammar->n_keys + 1);
  g_autofree char *typed = patal_template_shown (name), *list = NULL;
  guint n = 0;

  for (guint i = 0; i < self->grammar->n_keys; i++)
    {
      if (keys[i].section == self->section)
        names[n++] = keys[i].name;
      else if (g_str_equal (keys[i].name, name))
        {
          patal_template_reader_fault (self, g_strdup_printf (_("“%s” belongs to [%s], not to [%s]"), typed, section_name (self, keys[i].section),
                                             section));
          return;
        }
    }
  nearest = patal_nearest (name, names, n);
  list = g_strjoinv (", ", (char **) names);
  patal_template_reader_fault (self, nearest != NULL ? g_strdup_printf (_("[%s] has no “%s”: did you mean “%s”?"), section, typed, nearest)
                                    : g_strdup_printf (_("[%s] has no “%s”: it has %s"), section, typed, list));
}

static const PatalTemplateKey *
find_key (const Reader *self, const char *name)
{
  for (guint i = 0; i < self->grammar->n_keys; i++)
    if (self->grammar->keys[i].section == self->section && g_str_equal (self->grammar->keys[i].name, name))
      return &self->grammar->keys[i];
  return NULL;
}

static gboolean
is_plain (const PatalTemplateKey *key)
{
  return key->form == PATAL_KEY_PLAIN || key->form == PATAL_KEY_PLAIN_MANY;
}

/* The language behind the point of @tail ("hi"; NULL: there is no point); FALSE, with a fault, where @key wants it otherwise. */
static gboolean
read_lang (Reader *self, const PatalTemplateKey *key, const char *tail, PatalLang *lang)
{
  g_autofree char *typed = tail != NULL ? patal_template_shown (tail) : NULL;

  *lang = PATAL_LANG_HI;
  if (is_plain (key) && tail == NULL)
    return TRUE;
  if (is_plain (key))
    patal_template_reader_fault (self, g_strdup_printf (_("“%s” is the same in all languages: write it without “.%s”"), key->name, typed));
  else if (tail == NULL)
    patal_template_reader_fault (self, g_strdup_printf (_("“%s” needs its language: write “%s.hi” for Hindi or “%s.en” for English"), key->name, key->name,
                                       key->name));
  else if (g_str_equal (tail, "hi") || g_str_equal (tail, "en"))
    *lang = tail[0] == 'h' ? PATAL_LANG_HI : PATAL_LANG_EN;
  else
    patal_template_reader_fault (self, g_strdup_printf (_("“.%s” is neither Hindi nor English: write “%s.hi” for Hindi or “%s.en” for English"), typed,
                                       key->name, key->name));
  return !is_plain (key) && tail != NULL && (g_str_equal (tail, "hi") || g_str_equal (tail, "en"));
}

static void
read_pair (Reader *self, char *name, const char *value)
{
  g_autofree char *clean = patal_text_clean (value);
  char *point = strchr (name, '.'), *tail = point != NULL ? point + 1 : NULL;
  const PatalTemplateKey *key;
  guint *line;
  PatalLang lang;

  if (self->section == unknown_section (self))
    return;
  if (self->section == 0)
    {
      g_autofree char *typed = patal_template_shown (name);

      patal_template_reader_fault (self, g_strdup_printf (_("“%s” stands before the first section: begin with [%s]"), typed,
                                         section_name (self, 1)));
      return;
    }
  if (point != NULL)
    *point = '\0';
  key = find_key (self, name);
  if (key == NULL)
    {
      fault_key (self, name);
      return;
    }
  if (!read_lang (self, key, tail, &lang))
    return;
  line = &self->key_lines[2 * (key - self->grammar->keys) + lang];
  if (*line != 0 && key->form != PATAL_KEY_MANY && key->form != PATAL_KEY_PLAIN_MANY)
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
        patal_template_reader_fault (self, g_strdup_printf (_("A section's name stands in two brackets, and nothing behind them: [%s]"),
                                           section_name (self, 1)));
      if (end != NULL)
        *end = '\0';
      begin_section (self, g_strstrip (line + 1));
      return;
    }
  equals = strchr (line, '=');
  if (equals == NULL || equals == line)
    {
      g_autofree char *typed = patal_template_shown (line);

      patal_template_reader_fault (self, g_strdup_printf (_("“%s” says nothing: write “key = value”, a section as [%s], or # before a remark"), typed,
                                         section_name (self, 1)));
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
    patal_template_reader_fault_at (self, 0, g_strdup (_("This file is saved as “Unicode” (UTF-16): save it again as UTF-8")));
  else if (length > MOST_BYTES)
    patal_template_reader_fault_at (self, 0, g_strdup (_("This is too large for a template, which has at most 256 kB: choose another file")));
  else if (memchr (text, '\0', length) != NULL)
    patal_template_reader_fault_at (self, line_of (text, memchr (text, '\0', length)),
               g_strdup (_("From this line on it is no text: a character without a letter (NUL) stands here")));
  else if (!g_utf8_validate (text, (gssize) length, &end))
    patal_template_reader_fault_at (self, line_of (text, end), g_strdup (_("From this line on it is not text in UTF-8: save the file again as UTF-8")));
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

static int
compare_faults (gconstpointer a, gconstpointer b)
{
  guint x = (*(const PatalTemplateFault *const *) a)->line, y = (*(const PatalTemplateFault *const *) b)->line;

  return (x > y) - (x < y);
}

gboolean
patal_template_reader_read (Reader *self, const char *text, gsize length, GPtrArray **faults)
{
  g_autofree guint *section_lines = g_new0 (guint, self->grammar->n_sections + 1);
  g_autofree guint *key_lines = g_new0 (guint, 2 * self->grammar->n_keys);

  self->section_lines = section_lines;
  self->key_lines = key_lines;
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_template_fault_free);
  if (check_bytes (self, text, length))
    {
      read_lines (self, text, length);
      if (!is_full (self) && self->section_lines[1] == 0)
        patal_template_reader_fault_at (self, 0, g_strdup_printf (_("The section [%s] is missing: a template begins with it"),
                                                                  section_name (self, 1)));
      if (!is_full (self))
        self->grammar->check (self);
    }
  g_ptr_array_sort (self->faults, compare_faults);
  *faults = self->faults;
  return self->faults->len == 0;
}
