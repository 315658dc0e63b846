/* board-sample.h: forms of boards as an office has them, for the tests of what draws them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-board-layout.h"
#include <string.h>

/* What differs from board to board. */
typedef struct
{
  const char *work, *code, *gp;
  gboolean    individual, completed, empty, bilingual, one_column;
  guint32     ground;
} Sample;

#define SAMPLE_USUAL \
  { .work = "सी.सी. सड़क निर्माण, रामलाल के घर से प्राथमिक शाला तक (लंबाई 250 मी.)", .code = "3306008014/RC/1123456789", .gp = "कुम्हारी" }

static const char sample_logo[] =
  "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'><circle cx='50' cy='50' r='46' fill='#fff' stroke='#1A3E8C' "
  "stroke-width='6'/><path d='M20 70 L50 25 L80 70 Z' fill='#2E7D32'/><rect x='42' y='55' width='16' height='20' fill='#fff'/></svg>";

typedef struct
{
  const char   *id, *label, *english, *value;
  PatalFormKind kind;
  double        weight, share;
  gboolean      beside, later, large, individual;
} SampleField;

static const SampleField sample_fields[] = {
  { "place", "ग्राम पंचायत / ग्राम", "Gram panchayat / village", NULL, PATAL_FORM_TEXT, 1, 1, FALSE, FALSE, FALSE, FALSE },
  { "work_name", "कार्य का नाम", "Name of work", NULL, PATAL_FORM_TEXT, 2, 1, FALSE, FALSE, TRUE, FALSE },
  { "beneficiary", "हितग्राही का नाम", "Beneficiary", "श्रीमती सुकवारो बाई", PATAL_FORM_TEXT, 1, 1, FALSE, FALSE, FALSE, TRUE },
  { "guardian", "पिता/पति का नाम", "Father or husband", "श्री मंगलू राम", PATAL_FORM_TEXT, 1, 1, TRUE, FALSE, FALSE, TRUE },
  { "work_code", "कार्य कोड", "Work code", NULL, PATAL_FORM_FIGURE, 1, 3, FALSE, FALSE, FALSE, FALSE },
  { "fy", "वित्तीय वर्ष", "Financial year", "2025-26", PATAL_FORM_FIGURE, 1, 2, TRUE, FALSE, FALSE, FALSE },
  { "as", "प्रशासकीय स्वीकृति", "Administrative sanction", "जि.पं./मनरेगा/2025/1187, दिनांक 12.08.2025", PATAL_FORM_TEXT, 1, 1, FALSE,
    FALSE, FALSE, FALSE },
  { "wage", "स्वीकृत मजदूरी", "Sanctioned wages", "रु. 4,86,200", PATAL_FORM_FIGURE, 1, 1, FALSE, FALSE, FALSE, FALSE },
  { "material", "सामग्री", "Material", "रु. 3,24,100", PATAL_FORM_FIGURE, 1, 1, TRUE, FALSE, FALSE, FALSE },
  { "total", "योग", "Total", "रु. 8,10,300", PATAL_FORM_FIGURE, 1, 1, TRUE, FALSE, FALSE, FALSE },
  { "days", "अनुमानित मानव दिवस", "Person-days, estimated", "1,863", PATAL_FORM_FIGURE, 1, 1, FALSE, FALSE, FALSE, FALSE },
  { "rate", "मजदूरी दर प्रति दिवस", "Wage rate a day", "रु. 261", PATAL_FORM_FIGURE, 1, 1, TRUE, FALSE, FALSE, FALSE },
  { "materials", "प्रमुख सामग्री, मात्रा, लागत", "Main materials", "सीमेंट 620 बोरी - रु. 1,98,400\nगिट्टी 110 घन मी. - रु. 93,500", PATAL_FORM_LIST, 1.6, 1,
    FALSE, FALSE, FALSE, FALSE },
  { "agency", "क्रियान्वयन एजेंसी", "Implementing agency", NULL, PATAL_FORM_TEXT, 1, 1, FALSE, FALSE, FALSE, FALSE },
  { "start", "कार्य प्रारंभ तिथि", "Begun on", "01.10.2025", PATAL_FORM_FIGURE, 1, 1, FALSE, FALSE, FALSE, FALSE },
  { "end", "कार्य पूर्णता तिथि", "Completed on", "28.02.2026", PATAL_FORM_FIGURE, 1, 1, TRUE, TRUE, FALSE, FALSE },
  { "spent_total", "वास्तविक व्यय (मजदूरी / सामग्री / योग)", "Spent (wages / material / total)", "रु. 4,80,762 / रु. 3,19,240 / रु. 8,00,002",
    PATAL_FORM_FIGURE, 1, 1, FALSE, TRUE, FALSE, FALSE },
  { "spent_days", "सृजित मानव दिवस", "Person-days worked", "1,842", PATAL_FORM_FIGURE, 1, 1, FALSE, TRUE, FALSE, FALSE },
};

static inline const char *
sample_value (const SampleField *field, const Sample *sample)
{
  if (sample->empty || (field->later && !sample->completed))
    return NULL;
  if (g_str_equal (field->id, "work_name"))
    return sample->work;
  if (g_str_equal (field->id, "work_code"))
    return sample->code;
  return g_str_equal (field->id, "place") || g_str_equal (field->id, "agency") ? sample->gp : field->value;
}

/* (transfer full) */
static inline PatalForm *
sample_form (const Sample *sample)
{
  g_autofree char *code = g_strdup_printf ("%s\n%s\nग्राम पंचायत %s", sample->code, sample->work, sample->gp);
  g_autoptr (GBytes) logo = g_bytes_new_static (sample_logo, sizeof sample_logo - 1);
  const PatalFormFrame frame = {
    .name = sample->work, .over = "महात्मा गांधी राष्ट्रीय ग्रामीण रोजगार गारंटी योजना",
    .title = sample->bilingual ? "नागरिक सूचना पटल\nCitizen Information Board" : "नागरिक सूचना पटल",
    .under = "जिला बिलासपुर, जनपद पंचायत तखतपुर",
    .foot = "लोकपाल: श्री आर. के. तिवारी, दूरभाष 07752-222333; कार्यक्रम अधिकारी: 94252 12345\nशिकायत हेतु टोल फ्री नंबर 1800-111-555", .code_text = code,
    .back_title = "श्रमिकों के अधिकार",
    .back = "हर ग्रामीण परिवार को एक वित्तीय वर्ष में 100 दिवस का अकुशल रोजगार।\nकाम मांगने के 15 दिवस के भीतर रोजगार, अन्यथा बेरोजगारी भत्ता।\n"
            "मस्टर रोल बंद होने के 15 दिवस के भीतर मजदूरी का भुगतान; विलंब पर क्षतिपूर्ति।\nकार्यस्थल पर पेयजल, छाया, प्राथमिक उपचार और बच्चों की देखभाल।\n"
            "गांव से 5 किलोमीटर से दूर काम पर 10 प्रतिशत अतिरिक्त मजदूरी।\nमहिलाओं और पुरुषों को समान मजदूरी।\nसामाजिक अंकेक्षण में हर अभिलेख देखने का अधिकार।",
    .logo = logo, .ground = sample->ground != 0 ? sample->ground : 0xFFD54F, .border = sample->individual ? 0x101010 : 0x1A3E8C,
    .ink = 0x101010, .reading_m = 3, .lang = PATAL_LANG_HI, .bilingual = sample->bilingual,
  };
  PatalForm *form = patal_form_new (&frame);

  for (guint i = 0; i < G_N_ELEMENTS (sample_fields); i++)
    {
      const SampleField *field = &sample_fields[i];
      g_autofree char *label = g_strconcat (field->label, sample->bilingual ? "\n" : NULL, field->english, NULL);

      if (field->individual && !sample->individual)
        continue;
      patal_form_add (form, &(PatalFormField) { field->id, label, sample_value (field, sample), field->kind, field->weight, field->share,
                                                field->beside && !sample->one_column, field->later, field->large });
    }
  return form;
}
